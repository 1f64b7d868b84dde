import type { CType, RecordType } from "../c-type.ts";

/** Where a member is in its structure. */
export interface FoundMember {
	readonly type: CType;
	readonly offset: number;
	readonly isConst: boolean;
}

/** The member of a name, those of nameless members looked through too; undefined if there is none. */
export function findMember(record: RecordType, name: string): FoundMember | undefined {
	for (const { name: own, type, offset, isConst } of record.members ?? []) {
		if (own === name) return { type, offset, isConst };
		if (own !== undefined || type.kind !== "record") continue;
		const inner = findMember(type, name);
		if (inner) return { ...inner, offset: offset + inner.offset, isConst: isConst || inner.isConst };
	}
	return undefined;
}

/** The names that a structure's members can be reached by. */
export function memberNames(record: RecordType): readonly string[] {
	return (record.members ?? []).flatMap(({ name, type }) => {
		if (name !== undefined) return [name];
		return type.kind === "record" ? memberNames(type) : [];
	});
}

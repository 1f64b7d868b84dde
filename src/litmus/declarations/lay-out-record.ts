import { alignmentOf, type CType, type MemberType, type RecordType, sizeOf } from "../c-type.ts";

/** A member before it has a place. */
export interface UnplacedMember {
	readonly name?: string;
	readonly type: CType;
	readonly isConst: boolean;
	/** What `__aligned` asks for, in bytes; 1 if nothing. */
	readonly alignment: number;
}

/** The next multiple of an alignment. */
export function aligned(offset: number, alignment: number): number {
	return Math.ceil(offset / alignment) * alignment;
}

/**
 * Gives a structure or union its members, each at the next offset that its alignment allows, or all at 0 in a
 * union, as compilers for x86-64 and arm64 do.
 * @param alignment the least alignment of the whole
 * @param isPacked whether members stand without gaps
 */
export function layOutRecord(
	record: RecordType,
	members: readonly UnplacedMember[],
	{ isUnion, isPacked, alignment }: { isUnion: boolean; isPacked: boolean; alignment: number },
): void {
	let end = 0;
	let widest = alignment;
	const placed = members.map(({ alignment: asked, ...member }): MemberType => {
		const own = Math.max(isPacked ? 1 : alignmentOf(member.type), asked);
		const offset = isUnion ? 0 : aligned(end, own);
		end = Math.max(end, offset + sizeOf(member.type));
		widest = Math.max(widest, own);
		return { ...member, offset };
	});
	record.members = placed;
	record.alignment = widest;
	record.size = aligned(end, widest);
}

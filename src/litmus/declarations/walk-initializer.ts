import * as messages from "../../source/messages-litmus.ts";
import type { CExpression, DesignatorSyntax, InitializerList, InitializerSyntax } from "../ast.ts";
import { type CType, sizeOf } from "../c-type.ts";
import type { Report } from "../report.ts";
import { findMember } from "./find-member.ts";

/** What a walk needs: constants, and somewhere to put what it finds. */
export interface InitializerVisitor {
	readonly report: Report;
	/** The value of a constant index; undefined, and reported, if it is none. */
	evaluate(expression: CExpression): bigint | undefined;
	/** Told of each value, with the scalar it is for, in the order of the text. */
	visit(offset: number, type: CType, expression: CExpression): void;
}

/** A part of an array or structure that the next value without a designator is for. */
interface Part {
	readonly type: CType;
	readonly offset: number;
}

function partAt(type: CType, index: number): Part | undefined {
	if (type.kind === "array") {
		const of = type.unit ?? type.of;
		const length = type.unit ? sizeOf(type) / sizeOf(of) : type.length;
		return index < length ? { type: of, offset: index * sizeOf(of) } : undefined;
	}
	return type.kind === "record" ? type.members?.at(index) : undefined;
}

/**
 * Finds for each value of an initialiser the scalar that it is for, as C does: by designators, else one part after the
 * other, with inner braces or without.
 */
export class InitializerWalk {
	readonly #visitor: InitializerVisitor;

	constructor(visitor: InitializerVisitor) {
		this.#visitor = visitor;
	}

	walk(type: CType, offset: number, initializer: InitializerSyntax): void {
		const { report, visit } = this.#visitor;
		const isAggregate = type.kind === "array" || type.kind === "record";
		if (initializer.kind === "value") {
			if (isAggregate) report.add(messages.wholeRecord(typeName(type), initializer.span));
			else visit(offset, type, initializer.expression);
		} else if (isAggregate) this.#list(type, offset, initializer.items, 0, true);
		else if (initializer.items.length === 1) this.walk(type, offset, initializer.items[0].value);
		else if (initializer.items.length > 1) report.add(messages.scalarList(initializer.span));
	}

	/** Takes values for the parts of one object; the index of the first that is not for it. */
	#list(type: CType, offset: number, items: InitializerList, first: number, isOwn: boolean): number {
		const { report } = this.#visitor;
		let next = 0;
		let at = first;
		while (at < items.length) {
			const { designators, value } = items[at];
			// A designator speaks of the object whose braces it stands in.
			if (designators.length > 0 && !isOwn) break;
			let part: Part | undefined;
			if (designators.length > 0) {
				const [index, named] = this.#position(type, designators[0]);
				if (index === undefined) {
					at++;
					continue;
				}
				part = this.#designated(named, designators.slice(1));
				next = index + 1;
			} else {
				part = partAt(type, next);
				next = type.kind === "record" && this.#isUnion(type) ? Number.POSITIVE_INFINITY : next + 1;
			}
			if (part === undefined) {
				if (!isOwn) break;
				report.add(messages.excessInitializer(value.span));
				at++;
				continue;
			}
			const isAggregate = part.type.kind === "array" || part.type.kind === "record";
			if (isAggregate && value.kind === "value") {
				const after = this.#list(part.type, offset + part.offset, items, at, false);
				at = Math.max(after, at + 1);
			} else {
				this.walk(part.type, offset + part.offset, value);
				at++;
			}
		}
		return at;
	}

	#isUnion(type: CType & { kind: "record" }): boolean {
		const { members } = type;
		return members !== undefined && members.length > 1 && members.every(({ offset }) => offset === 0);
	}

	/** The part of an object that a designator names, and its number; undefined, and reported, if there is none. */
	#position(type: CType, designator: DesignatorSyntax): readonly [number | undefined, Part | undefined] {
		const { report, evaluate } = this.#visitor;
		if (designator.kind === "index") {
			const index = evaluate(designator.index);
			const found = type.kind === "array" && index !== undefined && index >= 0n;
			const part = found ? partAt(type, Number(index)) : undefined;
			if (part === undefined || index === undefined) {
				report.add(messages.excessInitializer(designator.index.span));
				return [undefined, undefined];
			}
			return [Number(index), part];
		}
		const { name, span } = designator.name;
		const member = type.kind === "record" ? findMember(type, name) : undefined;
		if (type.kind !== "record" || member === undefined) {
			report.add(messages.unknownMember(typeName(type), name, [], span));
			return [undefined, undefined];
		}
		const index = (type.members ?? []).findIndex(
			(one) => one.name === name || (one.name === undefined && hasMember(one.type, name)),
		);
		return [index, member];
	}

	/** The part that further designators lead to. */
	#designated(first: Part | undefined, designators: readonly DesignatorSyntax[]): Part | undefined {
		let part = first;
		for (const designator of designators) {
			if (part === undefined) return undefined;
			const [, inner] = this.#position(part.type, designator);
			part = inner && { type: inner.type, offset: part.offset + inner.offset };
		}
		return part;
	}
}

function hasMember(type: CType, name: string): boolean {
	return type.kind === "record" && findMember(type, name) !== undefined;
}

function typeName(type: CType): string {
	return type.kind === "record" ? type.name : type.kind;
}

/** An array type whose size is not written, with the size that its initialiser gives it. */
export function completedArray(
	type: CType,
	initializer: InitializerSyntax | undefined,
	evaluate: (expression: CExpression) => bigint | undefined,
): CType {
	if (type.kind !== "array" || type.length > 0 || initializer?.kind !== "list") return type;
	let next = 0;
	let length = 0;
	for (const { designators } of initializer.items) {
		const [first] = designators;
		if (first?.kind === "index") next = Number(evaluate(first.index) ?? 0n);
		next++;
		length = Math.max(length, next);
	}
	return { ...type, length };
}

import type { Value } from "../../execution/value.ts";
import * as messages from "../../source/messages-litmus.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { Span } from "../../source/span.ts";
import type { CExpression, MemberSyntax, TypeDefinition, TypeSyntax } from "../ast.ts";
import { type CType, INT, isScalar, pointerTo, type RecordType, sizeOf } from "../c-type.ts";
import type { Report } from "../report.ts";
import { type LongBits, resolveType, TYPE_NAMES } from "../resolve-type.ts";
import { enumerationType } from "./enumeration-type.ts";
import { layOutRecord, type UnplacedMember } from "./lay-out-record.ts";

/** Elements of the longest array. */
const LONGEST_ARRAY = 1n << 20n;

/** The largest alignment that can be asked for. */
const LARGEST_ALIGNMENT = 1n << 20n;

/** What the table asks of whoever can evaluate expressions. */
export interface Constants {
	/** The value of a constant integer expression; undefined, and reported, if it is none. */
	evaluate(expression: CExpression): bigint | undefined;
	/** The value that a constant expression gives something of a type; 0, and reported, if it is none. */
	initial(expression: CExpression, type: CType): Value;
	/** The type of an expression outside of all bodies. */
	typeOf(expression: CExpression): CType;
}

/** Finds the type of an expression where a type is written. */
export type TypeOf = (expression: CExpression) => CType;

/** The types that a test declares, and the constants of its enumerations. */
export class TypeTable {
	readonly enumerators = new Map<string, bigint>();
	readonly #report: Report;
	readonly #longBits: LongBits;
	readonly #constants: () => Constants;
	readonly #typedefs = new Map<string, CType>();
	readonly #records = new Map<string, RecordType>();
	/** By `enum foo`. */
	readonly #enumerations = new Map<string, CType>();
	/** By where they begin: the text of one definition can be read several times. */
	readonly #defined = new Map<number, CType>();
	readonly #tags: ReadonlySet<string>;

	/**
	 * @param tags `struct foo` and its like, of which the test has a definition somewhere
	 * @param constants asked for when the first array's size must be known
	 */
	constructor(report: Report, longBits: LongBits, tags: ReadonlySet<string>, constants: () => Constants) {
		this.#report = report;
		this.#longBits = longBits;
		this.#tags = tags;
		this.#constants = constants;
	}

	/** Gives a type a name. */
	define(name: string, type: CType): void {
		this.#typedefs.set(name, type);
	}

	/** The type that a written one means; undefined if there is none such. Mistakes in definitions are reported. */
	resolve(syntax: TypeSyntax, typeOf: TypeOf = this.#constants().typeOf): CType | undefined {
		const base = this.#base(syntax, typeOf);
		if (base === undefined) return undefined;
		let type: CType = base;
		for (let star = 0; star < syntax.pointers; star++) type = pointerTo(type);
		if (syntax.parameters) {
			const parameters = syntax.parameters.map((one) => this.resolveOr(one.type, INT));
			type = pointerTo({ kind: "function", result: type, parameters });
			for (let star = 1; star < (syntax.functionPointers ?? 1); star++) type = pointerTo(type);
		}
		return this.#withArrays(type, syntax);
	}

	/** The type, or another where there is none such, which is reported. */
	resolveOr(syntax: TypeSyntax, otherwise: CType, typeOf?: TypeOf): CType {
		const type = this.resolve(syntax, typeOf);
		if (type) return type;
		const words = syntax.words.join(" ");
		const known = [...TYPE_NAMES, ...this.#typedefs.keys(), ...this.#tags];
		this.#report.add(messages.unknownType(words, nearestNames(words, known), syntax.span));
		return otherwise;
	}

	#base(syntax: TypeSyntax, typeOf: TypeOf): CType | undefined {
		const { words, definition, sameAs } = syntax;
		if (definition) return this.#definition(definition, syntax);
		if (sameAs) {
			return "words" in sameAs ? this.resolve(sameAs, typeOf) : typeOf(sameAs);
		}
		const [first] = words;
		if (words.length === 1) {
			const typedef = this.#typedefs.get(first);
			if (typedef) return typedef;
			const enumeration = this.#enumerations.get(first);
			if (enumeration) return enumeration;
			if (this.#tags.has(first)) return this.#recordOf(first);
		}
		return resolveType({ words, pointers: 0, span: syntax.span }, this.#longBits);
	}

	#recordOf(name: string): RecordType {
		let record = this.#records.get(name);
		if (record === undefined) {
			record = { kind: "record", name, size: 0, alignment: 1 };
			this.#records.set(name, record);
		}
		return record;
	}

	#definition(definition: TypeDefinition, syntax: TypeSyntax): CType {
		const known = this.#defined.get(definition.span.start);
		if (known) return known;
		if (definition.kind === "enumeration") {
			const constants: bigint[] = [];
			let next = 0n;
			for (const { name, value } of definition.enumerators) {
				next = value ? (this.#constants().evaluate(value) ?? next) : next;
				if (this.enumerators.has(name.name))
					this.#report.add(messages.duplicateDeclaration(name.name, name.span));
				this.enumerators.set(name.name, next);
				constants.push(next);
				next++;
			}
			const type = enumerationType(constants);
			this.#defined.set(definition.span.start, type);
			this.#enumerations.set(syntax.words[0], type);
			return type;
		}
		const [name] = syntax.words;
		const isNamed = name.includes(" ");
		const record = isNamed ? this.#recordOf(name) : { kind: "record" as const, name, size: 0, alignment: 1 };
		this.#defined.set(definition.span.start, record);
		if (record.members) this.#report.add(messages.duplicateDeclaration(name, syntax.span));
		const members = definition.members.map((member) => this.#member(member));
		const alignment = this.alignmentAsked(syntax);
		layOutRecord(record, members, {
			isUnion: definition.isUnion,
			isPacked: syntax.isPacked ?? false,
			alignment,
		});
		return record;
	}

	#member({ name, type: syntax, span }: MemberSyntax): UnplacedMember {
		const type = this.resolveOr(syntax, INT);
		this.#checkComplete(type, span);
		const isDefinition = name === undefined;
		return {
			...(name && { name: name.name }),
			type,
			isConst: syntax.isConst ?? false,
			alignment: isDefinition ? 1 : this.alignmentAsked(syntax),
		};
	}

	/** Reports a type that no object can have. */
	#checkComplete(type: CType, span: Span): void {
		if (type.kind === "array") this.#checkComplete(type.of, span);
		else if (type.kind === "void" || type.kind === "function" || (type.kind === "record" && !type.members)) {
			this.#report.add(messages.incompleteType(type.kind === "record" ? type.name : type.kind, span));
		}
	}

	/** The alignment that attributes ask for, in bytes; 1 if none does. */
	alignmentAsked({ alignments }: TypeSyntax): number {
		const values = (alignments ?? []).map((one) => {
			const value = this.#constants().evaluate(one) ?? 1n;
			const isPower = value > 0n && value <= LARGEST_ALIGNMENT && (value & (value - 1n)) === 0n;
			if (!isPower) this.#report.add(messages.badAlignment(one.span));
			return isPower ? Number(value) : 1;
		});
		return Math.max(1, ...values);
	}

	#withArrays(base: CType, { arrays, unit, isMappedTwice, span }: TypeSyntax): CType {
		let type = base;
		const sizes = arrays ?? [];
		for (const [level, size] of [...sizes].reverse().entries()) {
			const isOutermost = level === sizes.length - 1;
			if (size === undefined && !isOutermost) this.#report.add(messages.arraySizeMissing(span));
			const length = size === undefined ? 0n : (this.#constants().evaluate(size) ?? 1n);
			if (length < 0n || length > LONGEST_ARRAY) {
				this.#report.add(messages.badArrayLength(LONGEST_ARRAY, size?.span ?? span));
			}
			this.#checkComplete(type, span);
			const isWhole = isOutermost && sizes.length === 1;
			const of = unit && isWhole ? this.resolveOr(unit, INT) : undefined;
			type = {
				kind: "array",
				of: type,
				length: Number(length < 0n || length > LONGEST_ARRAY ? 1n : length),
				...(of && { unit: of }),
				...(isMappedTwice && isWhole && { isMappedTwice }),
			};
			if (of) this.#checkUnit(type, of, span);
		}
		if ((unit || isMappedTwice) && sizes.length !== 1) this.#report.add(messages.unitWithoutArray(span));
		return type;
	}

	#checkUnit(array: CType & { kind: "array" }, unit: CType, span: Span): void {
		const fits =
			isScalar(unit) && sizeOf(unit) % sizeOf(array.of) === 0 && sizeOf(array) % sizeOf(unit) === 0;
		if (!fits || !isScalar(array.of)) this.#report.add(messages.badUnit(span));
	}
}

import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import type { ElementSyntax, InitialEntry, InitialValue, Parameter, StepSyntax } from "./ast.ts";
import { type CType, INT, sameType } from "./c-type.ts";
import { elementsOf } from "./condition-elements.ts";
import type { FileVariable } from "./declarations/declare-unit.ts";
import type { TypeTable } from "./declarations/type-table.ts";
import { fitsIn64Bits } from "./fits-in-64-bits.ts";
import type { Report } from "./report.ts";
import type { LitmusTest } from "./test-syntax.ts";

/** Elements of the longest array that a test may have. */
const LONGEST_ARRAY = 1024;

/** Stands for the type of a parameter that has none. */
const NO_TYPE: CType = { kind: "void" };

/** What the text says about one shared variable. */
export interface VariableFacts {
	readonly name: string;
	/** As the initial state declares it. */
	declaredType?: CType;
	/** As the first process that takes it declares it. */
	parameterType?: CType;
	/** Number of elements, if an array's size is written. */
	fixedLength?: number;
	isArray: boolean;
	/** Whether brackets stand after its name somewhere. */
	hasBrackets: boolean;
	/** Elements that are mentioned or initialised. */
	usedLength: number;
	/** Whether it appears outside the questions. */
	isUsed: boolean;
	readonly values: Map<number, InitialValue>;
	/** As file scope declares it. */
	file?: FileVariable;
	/** All values that the initial state gives it or parts of it, in the order of the text. */
	readonly settings: {
		readonly steps: readonly StepSyntax[];
		readonly value: InitialValue;
		readonly span: Span;
	}[];
}

/** The type of a variable that is a structure or declared in C, so that it has locations of its own kind. */
export function structureOf(facts: VariableFacts): CType | undefined {
	if (facts.file) return facts.file.type;
	const type = facts.declaredType ?? facts.parameterType;
	if (type?.kind !== "record" && type?.kind !== "array") return undefined;
	if (!facts.hasBrackets || type.kind === "array") return type;
	return { kind: "array", of: type, length: facts.fixedLength ?? facts.usedLength };
}

/** Collects the shared variables of a test: of its initial state, its processes' parameters, its questions. */
export class VariableCollector {
	readonly facts = new Map<string, VariableFacts>();
	readonly #report: Report;
	readonly #types: TypeTable;

	constructor(report: Report, types: TypeTable) {
		this.#report = report;
		this.#types = types;
	}

	/** All facts of a test, in the order in which names first appear. */
	collect(
		test: LitmusTest,
		variables: ReadonlyMap<string, FileVariable>,
	): ReadonlyMap<string, VariableFacts> {
		for (const [name, file] of variables) this.#factsOf(name).file = file;
		for (const entry of test.initial) this.#addEntry(entry);
		for (const process of test.processes) {
			for (const parameter of process.parameters) this.#addParameter(parameter);
		}
		for (const facts of this.facts.values()) facts.isUsed = true;
		for (const question of test.questions) {
			for (const element of elementsOf(question)) this.#addElement(element);
		}
		return this.facts;
	}

	#factsOf(name: string): VariableFacts {
		let facts = this.facts.get(name);
		if (facts === undefined) {
			facts = {
				name,
				isArray: false,
				hasBrackets: false,
				usedLength: 1,
				isUsed: false,
				values: new Map(),
				settings: [],
			};
			this.facts.set(name, facts);
		}
		return facts;
	}

	#addEntry(entry: InitialEntry): void {
		if (entry.kind === "register") {
			if (entry.value.kind === "integer") this.#checkSize(entry.value);
			this.#addNamesOf(entry.value);
			return;
		}
		const facts = this.#factsOf(entry.name.name);
		const number = entry.brackets?.number;
		this.#keepSetting(facts, entry);
		if (entry.steps) {
			if (entry.value) this.#addNamesOf(entry.value);
			return;
		}
		if (entry.type) this.#addDeclaration(facts, entry);
		else if (entry.brackets) {
			// Without a type, brackets name one element.
			facts.hasBrackets = true;
			if (number === undefined) this.#report.add(messages.indexMissing(entry.span));
			else if (this.#use(facts, number, entry.span) && entry.value) {
				this.#setValue(facts, Number(number), entry.value, entry.name.span);
			}
			facts.isArray = true;
			return;
		}
		if (!entry.value) return;
		// `int x = {1}`, which `ATOMIC_INIT` stands for, is no array.
		const { value } = entry;
		const only = value.kind === "list" && value.values.length === 1 ? value.values[0] : undefined;
		const isScalar = only !== undefined && entry.type !== undefined && !entry.brackets;
		this.#addValue(facts, isScalar ? only : value, entry.name.span);
	}

	/** Keeps what an entry says for the case that the variable turns out to be a structure. */
	#keepSetting(
		facts: VariableFacts,
		{ brackets, steps, type, value, span }: InitialEntry & { kind: "variable" },
	): void {
		if (value === undefined) return;
		const index = type === undefined ? brackets?.number : undefined;
		const bracketed: readonly StepSyntax[] = index === undefined ? [] : [{ kind: "index", index }];
		facts.settings.push({ steps: steps ?? bracketed, value, span });
	}

	#addDeclaration(facts: VariableFacts, entry: InitialEntry & { kind: "variable" }): void {
		if (facts.declaredType) this.#report.add(messages.duplicateInitial(facts.name, entry.name.span));
		if (facts.file) this.#report.add(messages.duplicateDeclaration(facts.name, entry.name.span));
		const type = entry.type && this.#types.resolveOr(entry.type, INT);
		if (type?.kind === "void") this.#report.add(messages.voidVariable(facts.name, entry.span));
		else if (type) facts.declaredType = type;
		if (!entry.brackets) return;
		facts.isArray = true;
		facts.hasBrackets = true;
		const { number } = entry.brackets;
		if (number === undefined) return;
		if (number < 1n || number > LONGEST_ARRAY) {
			this.#report.add(messages.badArraySize(LONGEST_ARRAY, entry.span));
		} else facts.fixedLength = Number(number);
	}

	#addValue(facts: VariableFacts, value: InitialValue, span: Span): void {
		if (value.kind !== "list") {
			this.#setValue(facts, 0, value, span);
			return;
		}
		facts.isArray = true;
		value.values.forEach((element, index) => {
			if (element.kind === "list") {
				if (structureOf(facts) === undefined) this.#report.add(messages.nestedList(element.span));
				this.#addNamesOf(element);
			} else if (this.#use(facts, BigInt(index), element.span)) this.#setValue(facts, index, element, span);
		});
	}

	#setValue(facts: VariableFacts, index: number, value: InitialValue, span: Span): void {
		if (facts.values.has(index)) this.#report.add(messages.duplicateInitial(facts.name, span));
		if (value.kind === "integer") this.#checkSize(value);
		facts.values.set(index, value);
		this.#addNamesOf(value);
	}

	#checkSize(value: InitialValue & { kind: "integer" }): void {
		if (!fitsIn64Bits(value.value)) this.#report.add(messages.unsupported("huge", value.span));
	}

	#addNamesOf(value: InitialValue): void {
		if (value.kind === "address" && value.element.name.name !== "NULL") this.#addElement(value.element);
		if (value.kind === "list") for (const inner of value.values) this.#addNamesOf(inner);
	}

	#addElement(element: ElementSyntax): void {
		const facts = this.#factsOf(element.name.name);
		if (element.index === undefined) return;
		const structure = structureOf(facts);
		if (structure !== undefined && !facts.hasBrackets) return;
		facts.hasBrackets = true;
		if (this.#use(facts, element.index, element.span)) facts.isArray = true;
	}

	/** Notes that an element is there; false, and reported, if it cannot be. */
	#use(facts: VariableFacts, index: bigint, span: Span): boolean {
		const limit = facts.fixedLength ?? LONGEST_ARRAY;
		if (index < 0n || index >= limit) {
			this.#report.add(messages.indexOutside(facts.name, index, limit, span));
			return false;
		}
		facts.usedLength = Math.max(facts.usedLength, Number(index) + 1);
		return true;
	}

	#addParameter(parameter: Parameter): void {
		const facts = this.#factsOf(parameter.name.name);
		const type = this.#types.resolveOr(parameter.type, NO_TYPE);
		if (type === NO_TYPE) return;
		if (parameter.brackets) {
			facts.isArray = true;
			facts.hasBrackets = true;
			const { number } = parameter.brackets;
			if (number !== undefined) this.#use(facts, number - 1n, parameter.span);
		}
		const content = parameter.brackets ? type : type.kind === "pointer" ? type.to : undefined;
		if (content === undefined) {
			this.#report.add(messages.parameterNotPointer(facts.name, parameter.span));
			return;
		}
		if (content.kind === "void") return;
		facts.parameterType ??= content;
		const declared = facts.file?.type ?? facts.declaredType ?? facts.parameterType;
		const known = declared.kind === "array" ? declared.of : declared;
		if (!sameType(known, content)) this.#report.add(messages.typesDiffer(facts.name, parameter.span));
	}
}

import * as messages from "../../source/messages-litmus.ts";
import { Assertions } from "../assertions.ts";
import type { Declarator, External, FunctionSyntax, TypeSyntax } from "../ast.ts";
import { type CType, decayed, INT, integerType, isScalar } from "../c-type.ts";
import type { Report } from "../report.ts";
import type { LongBits } from "../resolve-type.ts";
import type { SharedMemory } from "../shared-memory.ts";
import type { LitmusTest } from "../test-syntax.ts";
import { FunctionAddresses, type FunctionDefinition, type ThreadLocal, type Unit } from "../unit.ts";
import { type Constants, TypeTable } from "./type-table.ts";

/** A variable of file scope before it has a place. */
export interface FileVariable {
	readonly declarator: Declarator;
	readonly type: CType;
	readonly isConst: boolean;
}

/** What is chosen from outside for all declarations. */
export interface UnitOptions {
	readonly longBits: LongBits;
	readonly recursion: number;
}

/** The tags of all structures that a type's text defines, those inside it too. */
function addTags(type: TypeSyntax, tags: Set<string>): void {
	const { definition, words } = type;
	if (definition?.kind !== "record") return;
	if (words[0].includes(" ")) tags.add(words[0]);
	for (const member of definition.members) addTags(member.type, tags);
}

function tagsOf(externals: readonly External[]): ReadonlySet<string> {
	const tags = new Set<string>();
	for (const external of externals) {
		if (external.kind === "variables") addTags(external.type, tags);
		if (external.kind === "function") addTags(external.result, tags);
		if (external.kind === "typedef") for (const { type } of external.declarators) addTags(type, tags);
	}
	return tags;
}

/** What the declarations of a test come to, in the order of the text; the memory is filled in later. */
export class UnitBuilder implements Unit {
	readonly types: TypeTable;
	readonly functions = new Map<string, FunctionDefinition>();
	readonly functionAddresses = new FunctionAddresses();
	readonly assertions = new Assertions();
	readonly longBits: LongBits;
	readonly recursion: number;
	memory: SharedMemory = new Map();
	readonly threadLocals = new Map<string, ThreadLocal>();
	hasLayouts = false;
	isRich: boolean;
	/** Variables of file scope by name. */
	readonly variables = new Map<string, FileVariable>();
	/** Those of which each thread has its own. */
	readonly threadVariables = new Map<string, FileVariable>();
	readonly #report: Report;
	readonly #constants: () => Constants;

	/** @param constants evaluates constant expressions that the unit's types and enumerations occur in */
	constructor(test: LitmusTest, report: Report, options: UnitOptions, constants: () => Constants) {
		this.#report = report;
		this.#constants = constants;
		this.longBits = options.longBits;
		this.recursion = options.recursion;
		this.isRich = test.externals.length > 0;
		this.types = new TypeTable(report, options.longBits, tagsOf(test.externals), constants);
	}

	/** Declares everything; assertions about constants are judged when the memory is there. */
	declare(externals: readonly External[]): void {
		for (const external of externals) {
			if (external.kind === "function") this.#function(external);
			else if (external.kind === "typedef") {
				for (const { name, type } of external.declarators) {
					this.types.define(name.name, this.types.resolveOr(type, INT));
				}
			} else if (external.kind === "variables") {
				if (external.declarators.length === 0) this.types.resolveOr(external.type, INT);
				for (const declarator of external.declarators) this.#variable(declarator, external.isExtern);
			}
		}
	}

	/** Gives the variables that each thread has its own of their first values. */
	startThreadVariables(): void {
		for (const [name, { declarator, type }] of this.threadVariables) {
			const { initializer, span } = declarator;
			if (!isScalar(type)) this.#report.add(messages.localOfType(name, span));
			const expression = initializer?.kind === "value" ? initializer.expression : undefined;
			if (initializer?.kind === "list") this.#report.add(messages.scalarList(initializer.span));
			const value = expression && this.#constants().initial(expression, type);
			this.threadLocals.set(name, { type, initial: value ?? 0n });
		}
	}

	/** Reports the assertions about constants that do not hold. */
	checkAssertions(externals: readonly External[]): void {
		for (const external of externals) {
			if (external.kind !== "assertion") continue;
			const value = this.#constants().evaluate(external.condition);
			if (value === 0n) this.#report.add(messages.staticAssertion(external.condition.span));
		}
	}

	#function(syntax: FunctionSyntax): void {
		const { name, parameters, body } = syntax;
		if (/^P\d+$/.test(name.name)) this.#report.add(messages.processWithType(name.name, name.span));
		const known = this.functions.get(name.name);
		if ((known?.body && body) || this.variables.has(name.name) || this.threadVariables.has(name.name)) {
			this.#report.add(messages.duplicateDeclaration(name.name, name.span));
		}
		if (known?.body && !body) return;
		this.functions.set(name.name, {
			name,
			result: this.types.resolveOr(syntax.result, INT),
			parameters: parameters.map((parameter) => ({
				...(parameter.name && { name: parameter.name }),
				type: decayed(this.types.resolveOr(parameter.type, INT)),
			})),
			...(body && { body }),
		});
	}

	#variable(declarator: Declarator, isExtern: boolean): void {
		const { name, type: syntax, initializer, span } = declarator;
		const type = this.types.resolveOr(syntax, INT);
		this.types.alignmentAsked(syntax);
		const variables = syntax.isThreadLocal ? this.threadVariables : this.variables;
		const known = variables.get(name.name);
		// `int x; extern int x; int x = 1;` declares one variable.
		const isAgain =
			known !== undefined && (initializer === undefined || known.declarator.initializer === undefined);
		const others = syntax.isThreadLocal ? this.variables : this.threadVariables;
		if ((known !== undefined && !isAgain) || this.functions.has(name.name) || others.has(name.name)) {
			this.#report.add(messages.duplicateDeclaration(name.name, name.span));
		}
		if (type.kind === "void") this.#report.add(messages.voidVariable(name.name, span));
		if (isAgain && initializer === undefined) return;
		if (isExtern && initializer === undefined && known) return;
		variables.set(name.name, { declarator, type, isConst: syntax.isConst ?? false });
	}
}

/** The type of an enumeration's constants: int where that holds the value, else what is wide enough. */
export function enumeratorType(value: bigint): CType {
	if (BigInt.asIntN(32, value) === value) return INT;
	if (BigInt.asUintN(32, value) === value) return integerType(32, false);
	return integerType(64, BigInt.asIntN(64, value) === value);
}

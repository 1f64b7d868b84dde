import type { Expression, IntegerType } from "../../execution/expression.ts";
import { expressionsIn } from "../../execution/expressions-in.ts";
import { partsOf } from "../../execution/parts-of.ts";
import type { Program } from "../../execution/program.ts";
import { isPointer, type Value } from "../../execution/value.ts";
import { commonType, INT, isPreserved, LONG } from "../c-type.ts";
import type { PlainStatement } from "./plain-statement.ts";

/** What a register or variable holds. */
export type PlainType = IntegerType | "pointer";

const WIDTHS = [8, 16, 32, 64] as const;

/** The type that both fit into, if there is one: an address goes before integers. */
export function joinTypes(left: PlainType, right: PlainType): PlainType {
	if (left === "pointer" || right === "pointer") return "pointer";
	if (isPreserved(left, right)) return right;
	return isPreserved(right, left) ? left : LONG.type;
}

/** The narrowest type of a value. */
function typeOfValue(value: Value): PlainType {
	if (isPointer(value)) return "pointer";
	const bits = WIDTHS.find((width) => BigInt.asIntN(width, value) === value);
	return bits === undefined ? { bits: 64, signed: false } : { bits, signed: true };
}

/** C's name for a type; `to` is what pointers point to. */
export function typeName(type: PlainType, to: PlainType = INT.type): string {
	if (type === "pointer") return to === "pointer" ? "int **" : `${typeName(to)} *`;
	if (type.bits === 1) return "bool";
	if (type.bits === 32) return type.signed ? "int" : "unsigned int";
	if (type.bits === 64) return type.signed ? "long" : "unsigned long";
	return `${type.signed ? "s" : "u"}${type.bits}`;
}

/** What the registers of a program's threads hold, and what pointers point to. */
export interface PlainTypes {
	readonly locals: readonly (readonly PlainType[])[];
	readonly cells: readonly PlainType[];
	/** What an address may lead to. */
	readonly pointee: PlainType;
	/** The cells whose address is a value somewhere. */
	readonly pointed: ReadonlySet<number>;
}

/** The addresses among an expression's constants. */
function addressesIn(expression: Expression, found: Value[]): void {
	if (expression.kind === "constant" && isPointer(expression.value)) found.push(expression.value);
	for (const part of partsOf(expression)) addressesIn(part, found);
}

/** Everything that stands in statements, branches' arms too. */
function walkPlain(statements: readonly PlainStatement[], visit: (statement: PlainStatement) => void): void {
	for (const statement of statements) {
		visit(statement);
		if (statement.kind === "if") for (const arm of statement.arms) walkPlain(arm, visit);
	}
}

function valuesIn(statement: PlainStatement): readonly Expression[] {
	if (statement.kind === "assign") return [statement.value];
	if (statement.kind === "if") return [statement.condition];
	if (statement.kind === "point") return [];
	const { instruction } = statement;
	return expressionsIn(instruction).filter((part) => part !== instruction.address);
}

/** The type of an expression, where that of each local is known so far. */
function typeOf(expression: Expression, locals: readonly (PlainType | undefined)[]): PlainType | undefined {
	switch (expression.kind) {
		case "constant":
			return typeOfValue(expression.value);
		case "local":
			return locals[expression.local];
		case "offset":
			return "pointer";
		case "distance":
			return LONG.type;
		case "select": {
			const sides = [typeOf(expression.then, locals), typeOf(expression.otherwise, locals)];
			return sides.reduce((a, b) => (a && b ? joinTypes(a, b) : (a ?? b)));
		}
		case "convert": {
			const operand = typeOf(expression.operand, locals);
			return operand === "pointer" ? operand : expression.type;
		}
		case "unary":
			return expression.operator === "!" ? INT.type : expression.type;
		case "binary":
			return ["==", "!=", "<", "<=", ">", ">=", "&&", "||"].includes(expression.operator)
				? INT.type
				: expression.type;
	}
}

/** Finds out what registers hold from what is assigned to them. */
export function plainTypes(
	program: Program,
	threads: readonly (readonly PlainStatement[])[],
	counts: readonly number[],
): PlainTypes {
	const addresses: Value[] = [
		...program.cells.map(({ initial }) => initial),
		...program.threads.flatMap(({ locals }) => locals.map(({ initial }) => initial)),
	];
	const pointed = new Set<number>();
	for (const statements of threads) {
		walkPlain(statements, (statement) => {
			for (const part of valuesIn(statement)) addressesIn(part, addresses);
			if (statement.kind === "point") pointed.add(statement.cell);
		});
	}
	for (const value of addresses) {
		const cell = isPointer(value) ? program.objects.at(value.object)?.cells.get(value.offset) : undefined;
		if (cell !== undefined) pointed.add(cell);
	}
	const cells = program.cells.map(({ type, isLock }): PlainType => type ?? (isLock ? INT.type : "pointer"));
	const targets = [...pointed].filter((cell) => !program.cells[cell].isLock).map((cell) => cells[cell]);
	const pointee = targets.length === 0 ? INT.type : targets.reduce(joinTypes);
	const atAddress = (address: Expression): PlainType => {
		if (address.kind !== "constant" || !isPointer(address.value)) return pointee;
		const cell = program.objects.at(address.value.object)?.cells.get(address.value.offset);
		return cell === undefined ? pointee : cells[cell];
	};
	const locals = threads.map((statements, thread) => {
		const found: (PlainType | undefined)[] = Array.from({ length: counts[thread] }, (_, local) => {
			const initial = program.threads[thread].locals.at(local)?.initial;
			return initial === undefined || initial === 0n ? undefined : typeOfValue(initial);
		});
		const add = (local: number, type: PlainType | undefined): void => {
			const before = found[local];
			if (type !== undefined) found[local] = before === undefined ? type : joinTypes(before, type);
		};
		// What is assigned to a local may be another's value: types only grow, and soon stand still.
		for (let before = ""; before !== JSON.stringify(found); ) {
			before = JSON.stringify(found);
			walkPlain(statements, (statement) => {
				if (statement.kind === "assign") add(statement.local, typeOf(statement.value, found));
				if (statement.kind === "point") add(statement.local, "pointer");
				if (statement.kind !== "access" || !("local" in statement.instruction)) return;
				const { kind, local, address } = statement.instruction;
				add(local, kind === "load" || kind === "update" ? atAddress(address) : INT.type);
			});
		}
		return found.map((type) =>
			type === undefined || type === "pointer" ? (type ?? INT.type) : atLeastInt(type),
		);
	});
	return { locals, cells, pointee, pointed };
}

/** Registers are ints where they can be. */
function atLeastInt(type: IntegerType): IntegerType {
	return type.bits < 32 ? commonType(type, INT.type) : type;
}

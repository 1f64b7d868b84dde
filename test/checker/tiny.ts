import type { Model, ModelNode, ModelOperation } from "../../src/cat/model.ts";
import type { BinaryOperator, Expression } from "../../src/execution/expression.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Pointer } from "../../src/execution/value.ts";

/** The address of a cell in a program made by `tinyProgram`. */
export function at(cell: number): { kind: "constant"; value: Pointer } {
	return { kind: "constant", value: { object: cell, offset: 0 } };
}

/** `local = READ_ONCE(cell)`. */
export function read(local: number, cell: number, ...tags: string[]): Instruction {
	return { kind: "load", local, address: at(cell), tags: tags.length > 0 ? tags : ["ONCE"] };
}

/** `WRITE_ONCE(cell, value)`. */
export function write(cell: number, value: bigint, ...tags: string[]): Instruction {
	return {
		kind: "store",
		address: at(cell),
		value: { kind: "constant", value },
		tags: tags.length > 0 ? tags : ["ONCE"],
	};
}

export function constant(value: bigint): Expression {
	return { kind: "constant", value };
}

export function local(index: number): Expression {
	return { kind: "local", local: index };
}

/** An operation on ints. */
export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
	return { kind: "binary", operator, type: { bits: 32, signed: true }, left, right };
}

/** `local = choose(values)`. */
export function choose(index: number, values: number): Instruction {
	return { kind: "choose", local: index, values };
}

/** A program of threads with four locals each, on cells of which the first `locks` are locks. */
export function tinyProgram(cells: number, threads: Instruction[][], locks = 0): Program {
	return {
		name: "tiny",
		file: { path: "<tiny>", text: "" },
		objects: Array.from({ length: cells }, (_, i) => ({
			name: `x${i}`,
			cells: new Map([[0, i]]),
		})),
		cells: Array.from({ length: cells }, (_, i) => ({
			name: `x${i}`,
			object: i,
			initial: 0n,
			isLock: i < locks,
		})),
		threads: threads.map((code, index) => ({
			index,
			code,
			loops: 0,
			locals: [0, 1, 2, 3].map((i) => ({ name: `r${i}`, initial: 0n })),
		})),
		quantifier: "exists",
		proposition: { kind: "true" },
		filter: { kind: "true" },
		observed: threads.flatMap((_, thread) =>
			[0, 1].map((local) => ({
				label: `${thread}:r${local}`,
				term: { kind: "local" as const, thread, local },
			})),
		),
	};
}

let nextId = 0;
function node(sort: "set" | "relation", operation: ModelOperation): ModelNode {
	return { id: nextId++, sort, ...operation };
}

const base = (name: string): ModelNode => node("relation", { op: "base", name });
const rf = base("rf");
const co = base("co");
const fr = node("relation", {
	op: "sequence",
	operands: [node("relation", { op: "inverse", operand: rf }), co],
});

/** A model with one axiom: no cycle of `order` with reads-from, coherence and from-reads. */
export function cycleModel(order: "po" | "po-loc"): Model {
	const po = base("po");
	const kept = order === "po" ? po : node("relation", { op: "intersection", operands: [base("loc"), po] });
	return {
		name: order,
		definitions: new Map(),
		axioms: [
			{
				name: "order",
				test: "acyclic",
				negated: false,
				flag: false,
				node: node("relation", { op: "union", operands: [kept, rf, co, fr] }),
			},
		],
	};
}

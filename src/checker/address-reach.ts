import type { Expression } from "../execution/expression.ts";
import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import type { ThreadProgram } from "../execution/thread-program.ts";
import { isPointer, type Pointer, type Value } from "../execution/value.ts";

/** Offsets into one object: `offset` and, where `stride` is not 0, all that lie some strides from it. */
interface Stride {
	readonly offset: number;
	readonly stride: number;
}

/** The addresses that a value may be, by object; `anywhere` if nothing is known. Integers are no addresses. */
type Reach = ReadonlyMap<number, Stride> | "anywhere";

const NOWHERE: Reach = new Map();

/**
 * Which addresses the expressions of a thread's code may come to, over all its runs. What it reads from memory may
 * be any address. Costs a few looks at the code.
 */
export class AddressReach {
	readonly #program: Program;
	readonly #locals: Reach[];

	constructor(program: Program, { code, locals }: ThreadProgram) {
		this.#program = program;
		this.#locals = locals.map(({ initial }) => ofValue(initial));
		for (let changed = true; changed; ) {
			changed = false;
			for (const instruction of code) {
				if (!("local" in instruction)) continue;
				const { local } = instruction;
				const grown = union(this.#locals[local], this.#given(instruction));
				changed ||= !isSame(grown, this.#locals[local]);
				this.#locals[local] = grown;
			}
		}
	}

	/** What an instruction may set its local to. */
	#given(instruction: Instruction): Reach {
		if (instruction.kind === "assign") return this.#of(instruction.value);
		if (instruction.kind === "load") return this.#loaded(instruction.address);
		return instruction.kind === "update" ? "anywhere" : NOWHERE;
	}

	/** What is read at a fixed place that keeps its value is known; else it may be any address. */
	#loaded(address: Expression): Reach {
		const { cells, objects } = this.#program;
		const reach = this.#of(address);
		if (reach === "anywhere") return reach;
		let loaded = NOWHERE;
		for (const [object, { offset, stride }] of reach) {
			const cell = stride === 0 ? cells[objects[object].cells.get(offset) ?? -1] : undefined;
			if (cell?.isConstant !== true) return "anywhere";
			loaded = union(loaded, ofValue(cell.initial));
		}
		return loaded;
	}

	/** Whether an expression may come to be an address. */
	includes(expression: Expression, { object, offset }: Pointer): boolean {
		const reach = this.#of(expression);
		if (reach === "anywhere") return true;
		const found = reach.get(object);
		if (found === undefined) return false;
		return found.stride === 0 ? offset === found.offset : (offset - found.offset) % found.stride === 0;
	}

	#of(expression: Expression): Reach {
		switch (expression.kind) {
			case "constant":
				return ofValue(expression.value);
			case "local":
				return this.#locals[expression.local];
			case "convert":
				return this.#of(expression.operand);
			case "select":
				return union(this.#of(expression.then), this.#of(expression.otherwise));
			case "binary": {
				const { left, right } = expression;
				// Sums and masks of an address as an integer lead anywhere in its object.
				if (isAddress(left)) return anywhereIn(this.#of(left));
				if (isAddress(right)) return anywhereIn(this.#of(right));
				return anywhereIn(union(this.#of(left), this.#of(right)));
			}
			case "offset":
				return moved(this.#of(expression.pointer), expression.index, expression.scale);
			case "unary":
			case "distance":
				return NOWHERE;
		}
	}
}

/** Whether an expression is an address wherever it has a meaning. */
function isAddress(expression: Expression): boolean {
	if (expression.kind === "constant") return isPointer(expression.value);
	if (expression.kind === "offset") return isAddress(expression.pointer);
	return expression.kind === "convert" && expression.type.bits === 64 && isAddress(expression.operand);
}

function ofValue(value: Value): Reach {
	return isPointer(value) ? new Map([[value.object, { offset: value.offset, stride: 0 }]]) : NOWHERE;
}

function moved(from: Reach, index: Expression, scale: number): Reach {
	if (from === "anywhere") return from;
	const isKnown = index.kind === "constant" && !isPointer(index.value);
	const step = isKnown ? Number(index.value) * scale : 0;
	return new Map(
		[...from].map(([object, { offset, stride }]) => [
			object,
			isKnown ? { offset: offset + step, stride } : { offset, stride: gcd(stride, scale) },
		]),
	);
}

function anywhereIn(from: Reach): Reach {
	if (from === "anywhere") return from;
	return new Map([...from].map(([object, { offset }]) => [object, { offset, stride: 1 }]));
}

function union(one: Reach, other: Reach): Reach {
	if (one === "anywhere" || other === "anywhere") return "anywhere";
	const both = new Map(one);
	for (const [object, added] of other) {
		const known = both.get(object);
		both.set(object, known === undefined ? added : joined(known, added));
	}
	return both;
}

function joined(one: Stride, other: Stride): Stride {
	return { offset: one.offset, stride: gcd(gcd(one.stride, other.stride), one.offset - other.offset) };
}

/** Each step of an object's stride in a loop divides it, so that this comes to an end. */
function isSame(one: Reach, other: Reach): boolean {
	if (one === "anywhere" || other === "anywhere") return one === other;
	return (
		one.size === other.size && [...one].every(([object, { stride }]) => other.get(object)?.stride === stride)
	);
}

function gcd(one: number, other: number): number {
	return other === 0 ? Math.abs(one) : gcd(other, one % other);
}

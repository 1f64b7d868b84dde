import type { Expression } from "../execution/expression.ts";
import type { Branch, Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { isPointer, type Value } from "../execution/value.ts";
import { cellAt } from "./cell-at.ts";
import type { Footprint } from "./footprint.ts";
import { hasBits } from "./known-bits.ts";
import {
	eitherOf,
	isList,
	mayBeTrue,
	type PossibleValues,
	possibleValues,
	soonAll,
} from "./possible-values.ts";

/** Times that paths meet at an instruction after which what they bring is no longer told apart in full. */
const PATIENCE = 6;

/** What each local may hold before an instruction. */
export type Locals = readonly PossibleValues[];

/** What is known of all the ways that lead to an instruction. */
export interface Before {
	readonly locals: Locals;
	/** Locks taken on each of them. */
	readonly locks: readonly number[];
}

/** What a look at the code ahead goes by. */
export interface Outlook {
	readonly program: Program;
	/** What a read of a cell that is no constant may give. */
	readonly memory: (cell: number) => PossibleValues;
	/**
	 * What the footprint says where accesses go. Given where values are not yet known to be all that there are: they must
	 * not tell then where accesses go, nor which way threads do.
	 */
	readonly footprint?: Footprint;
}

/** Rounds of looking at the code, a round an instruction, after which the look is given up. */
const ROUNDS = 20;

/**
 * Follows the values of locals through a thread's code, over all its paths.
 * @param pc where it begins
 * @param start what the locals may hold there
 * @returns by instruction what is known before it, with holes where it cannot be reached; undefined if there is too much
 *   to look at
 */
export function codeAhead(
	outlook: Outlook,
	thread: number,
	pc: number,
	start: Locals,
): readonly (Before | undefined)[] | undefined {
	const { code } = outlook.program.threads[thread];
	const before: (Before | undefined)[] = [];
	before[pc] = { locals: start, locks: [] };
	// What lies before is settled before what comes after it is looked at, a loop before what follows it.
	const isWaiting: boolean[] = [];
	isWaiting[pc] = true;
	const visits: number[] = [];
	for (let at = pc, steps = 0; at < code.length; at++) {
		const here = before[at];
		if (here === undefined || isWaiting[at] !== true) continue;
		isWaiting[at] = false;
		if (++steps > ROUNDS * code.length) return undefined;
		const locks = locksAfter(outlook.program, code[at], here);
		let first = at;
		for (const [next, locals] of stepsAfter(outlook, thread, at, here.locals)) {
			const known = before[next];
			visits[next] = (visits[next] ?? 0) + 1;
			const either = visits[next] > PATIENCE ? soonAll : eitherOf;
			const joined = known === undefined ? { locals, locks } : join(known, { locals, locks }, either);
			if (joined === known) continue;
			before[next] = joined;
			isWaiting[next] = true;
			if (next <= first) first = next - 1;
		}
		at = first;
	}
	return before;
}

/** The cells that an address may name; undefined where that may be any. */
function cellsAt(program: Program, address: PossibleValues): readonly number[] | undefined {
	if (address === undefined) return undefined;
	const found = new Set<number>();
	if (isList(address)) {
		for (const value of address) if (isPointer(value)) found.add(cellAt(program, value));
		found.delete(-1);
		return [...found];
	}
	if (address.object === undefined) return [];
	const { object } = address;
	for (const [offset, cell] of program.objects[object].cells)
		if (hasBits(address, { object, offset })) found.add(cell);
	return [...found];
}

function locksAfter(
	program: Program,
	instruction: Instruction,
	{ locals, locks }: Before,
): readonly number[] {
	if (instruction.kind !== "lock") return locks;
	const address = possibleValues(instruction.address, locals);
	const cells = isList(address) && address.length === 1 ? cellsAt(program, address) : [];
	return [...new Set([...locks, ...(cells ?? [])])];
}

/** Where control may go after an instruction, and with what in the locals. */
function stepsAfter(
	outlook: Outlook,
	thread: number,
	pc: number,
	locals: Locals,
): readonly (readonly [number, Locals])[] {
	const instruction = outlook.program.threads[thread].code[pc];
	switch (instruction.kind) {
		case "jump":
			return [[instruction.target, locals]];
		case "cut":
			return [];
		case "branch":
			if (outlook.footprint === undefined) return branches(instruction, locals);
			return [instruction.whenTrue, instruction.whenFalse].map((target) => [target, locals] as const);
		case "assign":
			return [[pc + 1, locals.with(instruction.local, possibleValues(instruction.value, locals))]];
		case "choose": {
			const values = Array.from({ length: instruction.values }, (_, value) => BigInt(value));
			return [[pc + 1, locals.with(instruction.local, eitherOf([], values))]];
		}
		case "trylock":
		case "islocked":
			return [[pc + 1, locals.with(instruction.local, [0n, 1n])]];
		case "load":
		case "update": {
			const values = valuesAt(outlook, accessedCells(outlook, thread, pc, locals));
			return [[pc + 1, locals.with(instruction.local, values)]];
		}
		default:
			return [[pc + 1, locals]];
	}
}

/** The cells that an instruction may access, where locals may hold some values; undefined where that may be any. */
export function accessedCells(
	{ program, footprint }: Outlook,
	thread: number,
	pc: number,
	locals: Locals,
): readonly number[] | undefined {
	const instruction = program.threads[thread].code[pc];
	if (!("address" in instruction) || instruction.address === undefined) return undefined;
	if (footprint === undefined) return cellsAt(program, possibleValues(instruction.address, locals));
	const accessed = footprint.accessed(thread, pc);
	return [...accessed.keys()].filter((cell) => accessed[cell]);
}

/** What a read of one of some cells may give. */
export function valuesAt(
	{ program, memory }: Outlook,
	accessed: readonly number[] | undefined,
): PossibleValues {
	let values: PossibleValues = [];
	for (const cell of accessed ?? program.cells.keys()) {
		const { isConstant, initial } = program.cells[cell];
		values = eitherOf(values, isConstant ? [initial] : memory(cell));
		if (values === undefined) break;
	}
	return values;
}

/** The ways of a branch that its condition leaves; where it is about one local, with those values alone that lead there. */
function branches({ condition, whenTrue, whenFalse }: Branch, locals: Locals): (readonly [number, Locals])[] {
	const ways: (readonly [number, Locals])[] = [];
	const local = onlyLocal(condition);
	const values = local === undefined ? undefined : locals[local];
	const whole = possibleValues(condition, locals);
	for (const [wanted, target] of [
		[true, whenTrue],
		[false, whenFalse],
	] as const) {
		if (!mayBeTrue(whole, wanted)) continue;
		const parts = values && partsOf(values);
		if (local === undefined || parts === undefined) ways.push([target, locals]);
		else {
			const left = parts.filter((part) =>
				mayBeTrue(possibleValues(condition, locals.with(local, part)), wanted),
			);
			const [first, ...rest] = left;
			if (first !== undefined) ways.push([target, locals.with(local, rest.reduce(eitherOf, first))]);
		}
	}
	return ways;
}

/** Possible values one by one, or the null pointer and all others; undefined where they come in one piece. */
function partsOf(values: NonNullable<PossibleValues>): readonly PossibleValues[] | undefined {
	if (isList(values)) return values.map((value: Value) => [value]);
	const { orNull, ...address } = values;
	return orNull ? [[0n], address] : undefined;
}

/** The one local that an expression mentions; undefined if it mentions none or several. */
function onlyLocal(expression: Expression): number | undefined {
	const found = new Set<number>();
	const visit = (part: Expression): void => {
		switch (part.kind) {
			case "constant":
				break;
			case "local":
				found.add(part.local);
				break;
			case "unary":
			case "convert":
				visit(part.operand);
				break;
			case "binary":
			case "distance":
				visit(part.left);
				visit(part.right);
				break;
			case "offset":
				visit(part.pointer);
				visit(part.index);
				break;
			case "select":
				visit(part.condition);
				visit(part.then);
				visit(part.otherwise);
		}
	};
	visit(expression);
	const [only] = found;
	return found.size === 1 ? only : undefined;
}

/** What either of two paths may bring; the first itself if the second brings nothing new. */
function join(one: Before, other: Before, either: typeof eitherOf): Before {
	const locks = one.locks.filter((lock) => other.locks.includes(lock));
	let changed = locks.length < one.locks.length;
	const locals = one.locals.map((values, local) => {
		const both = either(values, other.locals[local]);
		if (both !== values) changed = true;
		return both;
	});
	return changed ? { locals, locks } : one;
}

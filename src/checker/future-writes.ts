import { isTrue } from "../execution/arithmetic.ts";
import type { Expression } from "../execution/expression.ts";
import type { Branch, Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { isPointer, type Value } from "../execution/value.ts";
import { cellAt } from "./cell-at.ts";
import type { Footprint, WriteKind } from "./footprint.ts";
import type { Graph } from "./graph.ts";
import { eitherOf, type PossibleValues, possibleValues } from "./possible-values.ts";
import { resolveSymbol, resolveWrite } from "./resolve-symbol.ts";
import { isConcrete } from "./symbolic.ts";

/** What each local may hold before an instruction. */
type Locals = readonly PossibleValues[];

/** Rounds of looking at the code, a round an instruction, after which the footprint alone is believed. */
const ROUNDS = 20;

/**
 * What each thread of a graph may still write, knowing what its reads so far have read. Code that computes an address
 * from a position has, by the footprint, the whole of an array before it; once the position is known, one element. The
 * values of locals are followed through the code ahead, over all its paths; what is read on the way may be any.
 */
export class FutureWrites {
	readonly #graph: Graph;
	readonly #footprint: Footprint;
	/** What was found, by the thread's run and what its reads have read. */
	readonly #known = new Map<string, readonly WriteKind[]>();

	constructor(graph: Graph, footprint: Footprint) {
		this.#graph = graph;
		this.#footprint = footprint;
	}

	/** The kinds of writes that a thread may still make from where it stands. Costs some looks at the code ahead once. */
	of(thread: number): readonly WriteKind[] {
		const key = this.#keyOf(thread);
		let found = this.#known.get(key);
		if (found === undefined) {
			found = this.#follow(thread);
			this.#known.set(key, found);
		}
		return found;
	}

	#keyOf(thread: number): string {
		const { nodes, ids, source } = this.#graph;
		const { id, events } = nodes[thread];
		const values = events.map(({ kind }, index) => {
			if (kind !== "R") return "";
			const write = source[ids[thread][index]];
			const value = write < 0 ? undefined : resolveWrite(this.#graph, write);
			if (value === undefined || !isConcrete(value)) return "?";
			if (typeof value !== "object") return String(value);
			return `${value.object}+${value.offset}`;
		});
		return `${id} ${values.join()}`;
	}

	#follow(thread: number): readonly WriteKind[] {
		const { program, nodes } = this.#graph;
		const { code } = program.threads[thread];
		const { state } = nodes[thread];
		const before: (Locals | undefined)[] = [];
		const start = state.locals.map(({ value }): PossibleValues => {
			const known = resolveSymbol(this.#graph, thread, value);
			return known === undefined || !isConcrete(known) || typeof known === "symbol" ? undefined : [known];
		});
		before[state.pc] = start;
		const waiting = new Set([state.pc]);
		for (let steps = 0; waiting.size > 0; steps++) {
			if (steps > ROUNDS * code.length) return this.#footprint.writes(thread, state.pc);
			const [pc] = waiting;
			waiting.delete(pc);
			const locals = before[pc];
			if (pc >= code.length || locals === undefined) continue;
			for (const [next, after] of stepsAfter(program, code[pc], pc, locals)) {
				const known = before[next];
				const joined = known === undefined ? after : join(known, after);
				if (joined === known) continue;
				before[next] = joined;
				waiting.add(next);
			}
		}
		return this.#collect(thread, before, state.updating || state.target !== undefined ? state.pc : -1);
	}

	/** @param open the instruction that is being carried out, whose address may not be what its locals now say */
	#collect(thread: number, before: readonly (Locals | undefined)[], open: number): readonly WriteKind[] {
		const { program } = this.#graph;
		const found = new Map<string, { readonly kind: WriteKind; readonly cells: boolean[] }>();
		program.threads[thread].code.forEach((instruction, pc) => {
			const locals = before[pc];
			if (locals === undefined || !("address" in instruction) || instruction.address === undefined) return;
			const exact = pc === open ? undefined : possibleValues(instruction.address, locals);
			for (const kind of this.#footprint.own(thread, pc)) {
				const key = `${kind.tags.join(" ")} | ${kind.partner?.join(" ")}`;
				const entry = found.get(key) ?? { kind, cells: program.cells.map(() => false) };
				found.set(key, entry);
				if (exact === undefined) {
					kind.cells.forEach((there, cell) => {
						if (there) entry.cells[cell] = true;
					});
				} else
					for (const cell of exact.map((value) => this.#cellOf(value)))
						if (cell >= 0 && kind.cells[cell]) entry.cells[cell] = true;
			}
		});
		return [...found.values()].map(({ kind, cells }) => ({ ...kind, cells }));
	}

	#cellOf(value: Value): number {
		return isPointer(value) ? cellAt(this.#graph.program, value) : -1;
	}
}

/** Where control may go after an instruction, and with what in the locals. */
function stepsAfter(
	program: Program,
	instruction: Instruction,
	pc: number,
	locals: Locals,
): readonly (readonly [number, Locals])[] {
	switch (instruction.kind) {
		case "jump":
			return [[instruction.target, locals]];
		case "cut":
			return [];
		case "branch":
			return branches(instruction, locals);
		case "assign":
			return [[pc + 1, locals.with(instruction.local, possibleValues(instruction.value, locals))]];
		case "choose": {
			const values = Array.from({ length: instruction.values }, (_, value) => BigInt(value));
			return [[pc + 1, locals.with(instruction.local, eitherOf([], values))]];
		}
		case "trylock":
		case "islocked":
			return [[pc + 1, locals.with(instruction.local, [0n, 1n])]];
		case "load": {
			const values = constantsAt(program, possibleValues(instruction.address, locals));
			return [[pc + 1, locals.with(instruction.local, values)]];
		}
		case "update":
			return [[pc + 1, locals.with(instruction.local, undefined)]];
		default:
			return [[pc + 1, locals]];
	}
}

/** What a read of one of some addresses gives, if all are those of constants. */
function constantsAt(program: Program, addresses: PossibleValues): PossibleValues {
	let values: PossibleValues = [];
	for (const address of addresses ?? [0n]) {
		const cell = isPointer(address) ? program.cells[cellAt(program, address)] : undefined;
		values = eitherOf(values, cell?.isConstant ? [cell.initial] : undefined);
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
		if (whole !== undefined && !whole.some((value) => isTrue(value) === wanted)) continue;
		if (local === undefined || values === undefined) ways.push([target, locals]);
		else {
			const left = values.filter((value) => {
				const result = possibleValues(condition, locals.with(local, [value]));
				return result === undefined || result.some((truth) => isTrue(truth) === wanted);
			});
			if (left.length > 0) ways.push([target, locals.with(local, left)]);
		}
	}
	return ways;
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
function join(one: Locals, other: Locals): Locals {
	let changed = false;
	const joined = one.map((values, local) => {
		const both = eitherOf(values, other[local]);
		if (both !== values) changed = true;
		return both;
	});
	return changed ? joined : one;
}

import type { Edge } from "../../src/execution/execution.ts";
import type { Access, Instruction, LoopHead, Update } from "../../src/execution/instruction.ts";
import type { Cell, Program } from "../../src/execution/program.ts";
import type { Value } from "../../src/execution/value.ts";
import { equal } from "./evaluate.ts";
import { computedValue, constantValue, type LocalValue, readValue } from "./local-value.ts";
import type { Path, PathEnd, PathEvent } from "./path.ts";

/** A branch that is not joined again yet, with the reads of its condition. */
interface Frame {
	readonly reads: ReadonlySet<number>;
	readonly join: number;
}

/** What is remembered of a loop's last pass through its head. */
interface Pass {
	readonly step: number;
	/** Passes so far between which something read was decided on. */
	readonly iterations: number;
	readonly decisions: number;
	readonly writes: number;
	readonly marks: number;
	readonly live: readonly Value[];
}

/** A thread in the midst of a path. Nothing is changed in place, so a state may be continued twice. */
interface State extends Omit<Path, "end" | "waitsFor"> {
	readonly pc: number;
	readonly frames: readonly Frame[];
	readonly passes: readonly (Pass | undefined)[];
	readonly decisions: number;
	readonly step: number;
}

const LONGEST_PATH = 2000;

/** What comes of an instruction: the states after it, none if the path is dropped, or how the path ends there. */
type After = readonly State[] | Exclude<PathEnd, "exit" | "dropped" | "waiting">;

/**
 * Every path of a thread on which each read reads some value of its cell's domain.
 *
 * A path with an iteration of a loop that writes nothing, leaves the loop's live locals as they were and notes nothing
 * down ends there: the path without it stands for it. In a program that asks for threads that break, paths that
 * wait for a lock for ever are there, too.
 *
 * @param branching whether a condition that something read enters goes by its value, or both ways; an
 *   address then names its cell, or any
 * @param domains for each cell the values that a read may read
 * @param unroll iterations of one loop after the first pass that may decide on what was read
 * @param most returns undefined when there are more paths than this
 */
export function threadPaths(
	program: Program,
	thread: number,
	branching: "by value" | "both ways",
	domains: readonly (readonly Value[])[],
	unroll: number,
	most: number,
): readonly Path[] | undefined {
	const { code, locals, loops } = program.threads[thread];
	const paths: Path[] = [];
	const pending: State[] = [
		{
			pc: 0,
			events: [],
			addr: [],
			data: [],
			ctrl: [],
			rmw: [],
			notes: [],
			claims: [],
			meaninglessAssumptions: 0,
			locals: locals.map((local) => constantValue(local.initial)),
			frames: [],
			passes: new Array<Pass | undefined>(loops).fill(undefined),
			decisions: 0,
			step: 0,
		},
	];
	for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
		if (paths.length + pending.length > most) return undefined;
		if (state.pc >= code.length) {
			paths.push({ ...state, end: "exit" });
			continue;
		}
		const next = step(program, code[state.pc], branching, domains, unroll, state);
		const lock = lockAt(program, code[state.pc], state);
		if (lock !== undefined) paths.push({ ...state, end: "waiting", waitsFor: lock });
		if (state.step > LONGEST_PATH) paths.push({ ...state, end: "bound" });
		else if (typeof next === "string") paths.push({ ...state, end: next });
		else if (next.length === 0) paths.push({ ...state, end: "dropped" });
		else pending.push(...next);
	}
	return paths;
}

/** The lock that a thread may be left without, where that matters to the program. */
function lockAt(program: Program, instruction: Instruction, { locals }: State): number | undefined {
	const { properties = [] } = program;
	if (instruction.kind !== "lock" || !properties.some(({ kind }) => kind === "hang" || kind === "undefined"))
		return undefined;
	const address = computedValue(instruction.address, locals);
	return address === undefined ? undefined : cellsAt(program, address.value, instruction)[0];
}

/** What comes of one instruction, with a state for each choice that it leaves open. */
function step(
	program: Program,
	instruction: Instruction,
	branching: "by value" | "both ways",
	domains: readonly (readonly Value[])[],
	unroll: number,
	state: State,
): After {
	const next = (changes: Partial<State>, pc = state.pc + 1): State => {
		const changed = { ...state, step: state.step + 1, ...changes };
		return { ...changed, pc, frames: changed.frames.filter((frame) => frame.join !== pc) };
	};
	switch (instruction.kind) {
		case "assign": {
			const value = computedValue(instruction.value, state.locals);
			if (value === undefined) return [];
			return [next({ locals: state.locals.with(instruction.local, value) })];
		}
		case "jump":
			return [next({}, instruction.target)];
		case "branch": {
			const condition = computedValue(instruction.condition, state.locals);
			if (condition === undefined) return "undefined";
			const { reads, value } = condition;
			const decided = {
				frames: [...state.frames, { reads, join: instruction.join }],
				decisions: state.decisions + (reads.size > 0 ? 1 : 0),
			};
			if (branching === "both ways" && reads.size > 0)
				return [next(decided, instruction.whenTrue), next(decided, instruction.whenFalse)];
			return [next(decided, value === 0n ? instruction.whenFalse : instruction.whenTrue)];
		}
		case "loop": {
			const passes = passLoop(instruction, unroll, state);
			if (typeof passes === "string") return passes;
			return [next({ passes })];
		}
		case "fence":
			if (instruction.address === undefined)
				return [next(emit(state, { kind: "F", cell: -1, tags: instruction.tags }))];
			break;
		case "choose":
			return Array.from({ length: instruction.values }, (_, value) =>
				next({
					locals: state.locals.with(instruction.local, constantValue(BigInt(value))),
					decisions: state.decisions + (instruction.values > 1 ? 1 : 0),
				}),
			);
		case "assume": {
			const assumed = computedValue(instruction.condition, state.locals);
			if (assumed === undefined) return [next({ meaninglessAssumptions: state.meaninglessAssumptions + 1 })];
			const open = branching === "both ways" && assumed.reads.size > 0;
			return assumed.value === 0n && !open ? [] : [next({})];
		}
		case "assert": {
			const asserted = computedValue(instruction.condition, state.locals);
			if (asserted !== undefined && asserted.value !== 0n) return [next({})];
			const claim = { property: instruction.property, isMeaningless: asserted === undefined };
			return [next({ claims: [...state.claims, claim] })];
		}
		case "note": {
			const values = instruction.operands.map((operand) => computedValue(operand, state.locals)?.value);
			const note = { name: instruction.name, position: state.events.length, values };
			return [next({ notes: [...state.notes, note] })];
		}
		case "cut":
			return "bound";
		default:
	}
	const { address } = instruction;
	const pointer = address === undefined ? undefined : computedValue(address, state.locals);
	if (pointer === undefined) return "undefined";
	const open = branching === "both ways" && pointer.reads.size > 0;
	const all = [...program.cells.keys()].filter((cell) => isFit(program.cells[cell], instruction));
	const cells = open ? all : cellsAt(program, pointer.value, instruction);
	if (cells.length === 0) return "undefined";
	const hangs = (cell: number): boolean =>
		instruction.kind === "lock" &&
		unlocking(state, cell).kind === "W" &&
		(program.properties ?? []).some(({ kind }) => kind === "hang");
	if (cells.every(hangs)) return "hang";
	return cells.flatMap((cell) => {
		const { isConstant, initial } = program.cells[cell];
		if (isConstant && instruction.kind === "load") {
			const value = { ...constantValue(initial), reads: pointer.reads };
			const decisions = state.decisions + (pointer.reads.size > 0 ? 1 : 0);
			return [next({ locals: state.locals.with(instruction.local, value), decisions })];
		}
		return access(instruction, branching, domains, state, cell, pointer.reads, next);
	});
}

/** The states after an instruction that works on a cell; `reads` are those that it knows the cell from. */
function access(
	instruction: Access,
	branching: "by value" | "both ways",
	domains: readonly (readonly Value[])[],
	state: State,
	cell: number,
	reads: ReadonlySet<number>,
	next: (changes: Partial<State>) => State,
): readonly State[] {
	const at: State = { ...state, decisions: state.decisions + (reads.size > 0 ? 1 : 0) };
	const acquired = (): Partial<State> => {
		const locked = emit(at, { kind: "R", cell, tags: ["LKR"], value: 0n }, reads);
		const event: PathEvent = { kind: "W", cell, tags: ["LKW"], value: 1n };
		const both = emit({ ...at, ...locked }, event, reads);
		const index = at.events.length;
		return { ...both, rmw: [...at.rmw, [index, index + 1]], decisions: at.decisions + 1 };
	};
	const looked = (tag: string, value: bigint): Partial<State> => ({
		...emit(at, { kind: "R", cell, tags: [tag], value }, reads),
		decisions: at.decisions + 1,
	});
	/** The local that a lock primitive's result goes to depends on the event that looked at the lock. */
	const giving = (local: number, value: bigint, changes: Partial<State>): State =>
		next({ ...changes, locals: at.locals.with(local, lockResult(at.events.length, value)) });
	switch (instruction.kind) {
		case "load":
			return domains[cell].map((value) =>
				next({
					...emit(at, { kind: "R", cell, tags: instruction.tags, value }, reads),
					locals: at.locals.with(instruction.local, readValue(at.events.length, value)),
				}),
			);
		case "store": {
			const stored = computedValue(instruction.value, at.locals);
			if (stored === undefined) return [];
			const { tags } = instruction;
			const event: PathEvent = { kind: "W", cell, tags, value: stored.value, stored };
			return [next(emit(at, event, reads, stored.reads))];
		}
		case "update":
			return domains[cell].flatMap((value) =>
				update(instruction, branching, at, cell, reads, value).map((s) => next(s)),
			);
		case "fence":
			return [next(emit(at, { kind: "F", cell, tags: instruction.tags }, reads))];
		case "lock":
			return [next(acquired())];
		case "unlock":
			return [next(emit(at, unlocking(at, cell), reads))];
		case "trylock":
			return [giving(instruction.local, 1n, acquired()), giving(instruction.local, 0n, looked("LF", 1n))];
		case "islocked":
			return [
				giving(instruction.local, 1n, looked("RL", 1n)),
				giving(instruction.local, 0n, looked("RU", 0n)),
			];
	}
}

/** An unlock gives back what its thread has taken; one that has nothing to give back is no write. */
function unlocking({ events }: State, cell: number): PathEvent {
	const last = events.findLast((event) => event.cell === cell && event.kind === "W");
	return last?.tags.includes("LKW")
		? { kind: "W", cell, tags: ["UL"], value: 0n }
		: { kind: "F", cell, tags: ["UL"] };
}

/**
 * A read-modify-write whose read reads `value`: no state if it computes something meaningless, two if
 * whether it succeeds goes both ways.
 */
function update(
	instruction: Update,
	branching: "by value" | "both ways",
	state: State,
	cell: number,
	addressReads: ReadonlySet<number>,
	value: Value,
): readonly State[] {
	const { tags, writeTags = tags, failedTags, fences } = instruction;
	const started: State =
		fences === undefined ? state : { ...state, ...emit(state, { kind: "F", cell: -1, tags: fences }) };
	const reading = (before: State, names: readonly string[]): State => ({
		...before,
		...emit(before, { kind: "R", cell, tags: names, value }, addressReads),
		locals: before.locals.with(instruction.local, readValue(before.events.length, value)),
		decisions: before.decisions + (instruction.when === undefined ? 0 : 1),
	});
	const read = started.events.length;
	const afterRead = reading(started, [...tags, "RMW"]);
	const afterFailure = failedTags === undefined ? afterRead : reading(state, failedTags);
	const failed: State[] = [];
	if (instruction.when !== undefined) {
		const when = computedValue(instruction.when, afterRead.locals);
		if (when === undefined) return [];
		const open = branching === "both ways" && when.reads.size > 0;
		if (when.value === 0n || open) failed.push(afterFailure);
		if (when.value === 0n && !open) return failed;
	}
	const stored = computedValue(instruction.next, afterRead.locals);
	if (stored === undefined) return failed;
	const event: PathEvent = { kind: "W", cell, tags: [...writeTags, "RMW"], value: stored.value, stored };
	const written: State = { ...afterRead, ...emit(afterRead, event, addressReads, stored.reads) };
	const ended: Partial<State> =
		fences === undefined ? {} : emit(written, { kind: "F", cell: -1, tags: fences });
	return [...failed, { ...written, ...ended, rmw: [...written.rmw, [read, read + 1]] }];
}

/** The state's events with one more, and the dependencies that lead to it. */
function emit(
	state: State,
	event: PathEvent,
	addressReads: ReadonlySet<number> = new Set(),
	valueReads: ReadonlySet<number> = new Set(),
): Partial<State> {
	const index = state.events.length;
	const edges = (reads: Iterable<number>): Edge[] => [...reads].map((read) => [read, index]);
	const controlling = new Set(state.frames.flatMap((frame) => [...frame.reads]));
	return {
		events: [...state.events, event],
		addr: [...state.addr, ...edges(addressReads)],
		data: [...state.data, ...edges(valueReads)],
		ctrl: event.kind === "F" ? state.ctrl : [...state.ctrl, ...edges(controlling)],
	};
}

/** The cell at an address, as a list; empty if there is none, or none for such an access. */
function cellsAt(program: Program, address: Value, instruction: Access): readonly number[] {
	if (typeof address !== "object") return [];
	const cell = program.objects[address.object].cells.get(address.offset);
	return cell === undefined || !isFit(program.cells[cell], instruction) ? [] : [cell];
}

/** Whether an access to a cell has a meaning. */
function isFit({ isConstant, size }: Cell, instruction: Access): boolean {
	const { kind } = instruction;
	if (isConstant && kind !== "load" && kind !== "fence") return false;
	const accessed = kind === "load" || kind === "store" || kind === "update" ? instruction.size : undefined;
	return size === undefined || accessed === undefined || size === accessed;
}

function lockResult(read: number, value: bigint): LocalValue {
	return { value, reads: new Set([read]), compute: () => value };
}

/** The passes after one more through a loop's head, or why the path ends there. */
function passLoop(
	head: LoopHead,
	unroll: number,
	state: State,
): readonly (Pass | undefined)[] | "idle" | "bound" {
	const last = state.passes[head.loop];
	const live = head.live.map((local) => state.locals[local].value);
	const writes = state.events.filter((event) => event.kind === "W").length;
	const marks = state.notes.length + state.claims.length + state.meaninglessAssumptions;
	const { decisions } = state;
	if (last === undefined)
		return state.passes.with(head.loop, { step: state.step, iterations: 0, decisions, writes, marks, live });
	if (last.writes === writes && last.marks === marks && last.live.every((value, i) => equal(value, live[i])))
		return "idle";
	const iterations = last.iterations + (decisions > last.decisions ? 1 : 0);
	if (iterations > unroll) return "bound";
	// A loop that was first passed after this one's last pass lies inside and starts afresh.
	return state.passes
		.map((pass) => (pass !== undefined && pass.step > last.step ? undefined : pass))
		.with(head.loop, { step: state.step, iterations, decisions, writes, marks, live });
}

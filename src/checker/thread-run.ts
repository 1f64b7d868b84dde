import { UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import type { Expression } from "../execution/expression.ts";
import type {
	Access,
	Assert,
	Choose,
	Instruction,
	LoopHead,
	NoteDown,
	Update,
} from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { isPointer, type Value } from "../execution/value.ts";
import { asksFor } from "./asks-for.ts";
import { cellAt } from "./cell-at.ts";
import { evaluateExpression } from "./evaluate-expression.ts";
import { EventLog } from "./event-log.ts";
import { initialThreadState } from "./initial-thread-state.ts";
import { mayAccess } from "./may-access.ts";
import { passLoop } from "./pass-loop.ts";
import { isConcrete, type ReadSymbol, readsIn, type Symbolic } from "./symbolic.ts";
import type { Outcome, Stop, ThreadNode, ThreadState } from "./thread-node.ts";
import { type Dependencies, NO_DEPENDENCIES, type TrackedValue } from "./tracked-value.ts";
import { truthOf } from "./truth.ts";

/** Instructions and events of one thread after which its run is given up as going on for ever. */
const STEP_BOUND = 100_000;
const EVENT_BOUND = 400;

/** A list that a run adds to: copied once, not with each member. */
type Mutable<List extends readonly unknown[]> = List[number][];

/** What a run has made: everything of a node but its place in the tree. */
export type RunResult = Pick<ThreadNode, "events" | "addr" | "data" | "ctrl" | "rmw" | "stop" | "state">;

/**
 * Runs one thread from a state until it stops again. Used once: make it, call `run`.
 */
export class ThreadRun {
	readonly #program: Program;
	readonly #code: readonly Instruction[];
	readonly #log: EventLog;
	readonly #unroll: number;
	readonly #mayHang: boolean;
	readonly #locals: TrackedValue[];
	#passes: ThreadState["passes"];
	readonly #idle: Mutable<ThreadState["idle"]>;
	readonly #notes: Mutable<ThreadState["notes"]>;
	readonly #claims: Mutable<ThreadState["claims"]>;
	readonly #assumed: Mutable<ThreadState["assumed"]>;
	#pc: number;
	#decisions: number;
	#writes: number;
	#clock: number;
	#updating: boolean;
	#target: Value | undefined;

	/** @param unroll how many iterations of a loop may depend on what was read */
	constructor(program: Program, thread: number, unroll: number, from: RunResult | undefined) {
		this.#program = program;
		this.#code = program.threads[thread].code;
		this.#unroll = unroll;
		this.#mayHang = asksFor(program, "hang");
		const state = from?.state ?? initialThreadState(program, thread);
		this.#locals = [...state.locals];
		this.#passes = state.passes;
		this.#idle = [...state.idle];
		this.#notes = [...state.notes];
		this.#claims = [...state.claims];
		this.#assumed = [...state.assumed];
		this.#log = new EventLog(thread, state.frames, from);
		this.#pc = state.pc;
		this.#decisions = state.decisions;
		this.#writes = state.writes;
		this.#clock = state.clock;
		this.#updating = state.updating;
		this.#target = state.target;
	}

	/** @param outcome what the stopped thread waited for; absent at its start */
	run(outcome: Outcome | undefined): RunResult {
		if (outcome !== undefined) this.#decisions++;
		let given = outcome;
		let stop: Stop | undefined;
		while (stop === undefined) {
			this.#leaveFrames();
			if (this.#pc >= this.#code.length) stop = { kind: "done" };
			else if (this.#clock++ > STEP_BOUND || this.#log.events.length > EVENT_BOUND)
				stop = { kind: "cut", limit: "steps" };
			else {
				stop = this.#step(this.#code[this.#pc], given);
				given = undefined;
			}
		}
		return {
			events: this.#log.events,
			addr: this.#log.addr,
			data: this.#log.data,
			ctrl: this.#log.ctrl,
			rmw: this.#log.rmw,
			stop,
			state: {
				pc: this.#pc,
				locals: this.#locals,
				frames: this.#log.frames,
				passes: this.#passes,
				idle: this.#idle,
				notes: this.#notes,
				claims: this.#claims,
				assumed: this.#assumed,
				decisions: this.#decisions,
				writes: this.#writes,
				clock: this.#clock,
				updating: this.#updating,
				target: this.#target,
			},
		};
	}

	#leaveFrames(): void {
		if (this.#log.frames.some((frame) => frame.join === this.#pc))
			this.#log.frames = this.#log.frames.filter((frame) => frame.join !== this.#pc);
	}

	/** Runs one instruction; returns why the thread stops there, or undefined when it went on. */
	#step(instruction: Instruction, given: Outcome | undefined): Stop | undefined {
		switch (instruction.kind) {
			case "assign":
				this.#locals[instruction.local] = this.#evaluate(instruction.value);
				this.#pc++;
				return undefined;
			case "jump":
				this.#pc = instruction.target;
				return undefined;
			case "loop":
				return this.#passLoop(instruction);
			case "branch": {
				const condition = this.#evaluate(instruction.condition);
				if (typeof given === "bigint") return { kind: "undefined" };
				const known = typeof given === "boolean" ? given : truthOf(condition.value);
				if (known === undefined) return { kind: "condition", condition: condition.value };
				if (known === UNDEFINED_RESULT) return { kind: "undefined" };
				if (condition.dependencies.length > 0)
					this.#log.frames = [
						...this.#log.frames,
						{ dependencies: condition.dependencies, join: instruction.join },
					];
				this.#pc = known ? instruction.whenTrue : instruction.whenFalse;
				return undefined;
			}
			case "fence":
				if (instruction.address === undefined) {
					this.#log.emit(instruction, "F", -1, instruction.tags, NO_DEPENDENCIES);
					this.#pc++;
					return undefined;
				}
				return this.#access(instruction, given);
			case "cut":
				return { kind: "cut", limit: "unroll" };
			case "choose":
				return this.#choose(instruction, given);
			case "assume":
				return this.#assume(this.#evaluate(instruction.condition).value);
			case "assert":
				this.#claim(instruction);
				return undefined;
			case "note":
				this.#note(instruction);
				return undefined;
			default:
				return this.#access(instruction, given);
		}
	}

	/** An instruction that works on a location. */
	#access(instruction: Access, given: Outcome | undefined): Stop | undefined {
		if (instruction.address === undefined) return { kind: "undefined" };
		if (instruction.kind === "update" && this.#updating) return this.#finishUpdate(instruction, given);
		const address = this.#evaluate(instruction.address);
		if (typeof given === "bigint" || typeof given === "object") this.#target = given;
		const target = this.#target ?? address.value;
		if (!isConcrete(target)) return { kind: "address", address: target };
		const cell = target === UNDEFINED_RESULT || !isPointer(target) ? -1 : cellAt(this.#program, target);
		if (cell < 0 || !mayAccess(this.#program.cells[cell], instruction)) return { kind: "undefined" };
		const deps = address.dependencies;
		switch (instruction.kind) {
			case "load": {
				const { isConstant, initial } = this.#program.cells[cell];
				if (isConstant) this.#locals[instruction.local] = { value: initial, dependencies: deps };
				else this.#read(instruction, instruction.local, cell, instruction.tags, deps);
				break;
			}
			case "store": {
				const stored = this.#evaluate(instruction.value);
				this.#write(instruction, cell, instruction.tags, deps, stored);
				break;
			}
			case "update":
				return this.#startUpdate(instruction, cell, deps, given);
			case "fence":
				this.#log.emit(instruction, "F", cell, instruction.tags, deps);
				break;
			case "unlock":
				if (this.#log.holds(cell)) this.#write(instruction, cell, ["UL"], deps, constant(0n));
				// What gives back no lock is no write: it has no place in the order of critical sections.
				else this.#log.emit(instruction, "F", cell, ["UL"], deps);
				break;
			case "lock":
				if (this.#mayHang && this.#log.holds(cell)) return { kind: "hang", cell };
				if (given !== true) return { kind: "lock", cell };
				this.#takeLock(instruction, cell, deps);
				break;
			case "trylock":
				if (typeof given !== "boolean") return { kind: "trylock", cell };
				if (given) this.#takeLock(instruction, cell, deps);
				else this.#log.emit(instruction, "R", cell, ["LF"], deps);
				this.#setLockResult(instruction.local, given ? 2 : 1, given);
				break;
			case "islocked":
				if (typeof given !== "boolean") return { kind: "islocked", cell };
				this.#log.emit(instruction, "R", cell, [given ? "RU" : "RL"], deps);
				this.#setLockResult(instruction.local, 1, !given);
				break;
		}
		this.#advance();
		return undefined;
	}

	/** Goes on to the next instruction; an address assumed for this one is forgotten. */
	#advance(): void {
		this.#pc++;
		this.#target = undefined;
		this.#updating = false;
	}

	/** Makes an update's read; where that depends on whether the update succeeds, `given` tells it. */
	#startUpdate(
		instruction: Update,
		cell: number,
		deps: Dependencies,
		given: Outcome | undefined,
	): Stop | undefined {
		const { local, when, tags, failedTags, fences } = instruction;
		const depends = when !== undefined && failedTags !== undefined;
		if (depends && typeof given !== "boolean") {
			const next = this.#log.events.length;
			const whenFalse = this.#evaluateAfter(when, local, next);
			if (whenFalse === UNDEFINED_RESULT) return { kind: "undefined" };
			const whenTrue = this.#evaluateAfter(when, local, fences === undefined ? next : next + 1);
			const earlier = [...readsIn(whenFalse)].filter((event) => event !== next);
			const comparands = earlier.map((event): ReadSymbol => ({ kind: "read", event }));
			return { kind: "update", cell, whenTrue, whenFalse, comparands };
		}
		if (depends && given === false) {
			this.#read(instruction, local, cell, failedTags, deps);
			this.#advance();
			return undefined;
		}
		if (fences !== undefined) this.#log.emit(instruction, "F", -1, fences, NO_DEPENDENCIES);
		this.#read(instruction, local, cell, [...tags, "RMW"], deps);
		this.#updating = true;
		return this.#finishUpdate(instruction, depends ? true : undefined);
	}

	/** What an expression will be once the event at `read` has set `local`. */
	#evaluateAfter(expression: Expression, local: number, read: number): Symbolic {
		const locals = [...this.#locals];
		locals[local] = { value: { kind: "read", event: read }, dependencies: [read] };
		return evaluateExpression(expression, locals).value;
	}

	#finishUpdate(instruction: Update, given: Outcome | undefined): Stop | undefined {
		if (instruction.when !== undefined) {
			const when = this.#evaluate(instruction.when);
			if (typeof given === "bigint") return { kind: "undefined" };
			const known = typeof given === "boolean" ? given : truthOf(when.value);
			if (known === undefined) return { kind: "condition", condition: when.value };
			if (known === UNDEFINED_RESULT) return { kind: "undefined" };
			if (!known) {
				this.#advance();
				return undefined;
			}
		}
		const read = this.#log.events.length - 1;
		const next = this.#evaluate(instruction.next);
		const addressDeps = this.#evaluate(instruction.address).dependencies;
		const cell = this.#log.events[read].cell;
		const tags = [...(instruction.writeTags ?? instruction.tags), "RMW"];
		this.#write(instruction, cell, tags, addressDeps, next);
		this.#log.rmw.push([read, read + 1]);
		if (instruction.fences !== undefined)
			this.#log.emit(instruction, "F", -1, instruction.fences, NO_DEPENDENCIES);
		this.#advance();
		return undefined;
	}

	#takeLock(instruction: Instruction, cell: number, addressDeps: Dependencies): void {
		const read = this.#log.emit(instruction, "R", cell, ["LKR"], addressDeps);
		this.#write(instruction, cell, ["LKW"], addressDeps, constant(1n));
		this.#log.rmw.push([read, read + 1]);
	}

	/** A lock primitive's result depends on the event that looked at the lock. */
	#setLockResult(local: number, eventsBack: number, value: boolean): void {
		this.#locals[local] = {
			value: value ? 1n : 0n,
			dependencies: [this.#log.events.length - eventsBack],
		};
	}

	#read(
		instruction: Instruction,
		local: number,
		cell: number,
		tags: readonly string[],
		addressDeps: Dependencies,
	): void {
		const event = this.#log.emit(instruction, "R", cell, tags, addressDeps);
		this.#locals[local] = { value: { kind: "read", event }, dependencies: [event] };
	}

	#write(
		instruction: Instruction,
		cell: number,
		tags: readonly string[],
		addressDeps: Dependencies,
		stored: TrackedValue,
	): void {
		this.#log.write(instruction, cell, tags, addressDeps, stored);
		this.#writes++;
	}

	#passLoop(head: LoopHead): Stop | undefined {
		const live = head.live.map((local) => this.#locals[local]);
		const passed = passLoop(head, this.#unroll, live, this.#passes, {
			decisions: this.#decisions,
			writes: this.#writes,
			notes: this.#notes,
			claims: this.#claims,
			assumed: this.#assumed,
			clock: this.#clock,
		});
		if ("kind" in passed) return passed;
		this.#passes = passed.passes;
		if (passed.idle !== undefined) this.#idle.push(passed.idle);
		this.#pc++;
		return undefined;
	}

	/** What is not known to be true goes on all the same: nothing is ordered by being assumed. */
	#assume(condition: Symbolic): Stop | undefined {
		const known = truthOf(condition);
		if (known === false) return { kind: "excluded" };
		if (known !== true) this.#assumed.push(condition);
		this.#pc++;
		return undefined;
	}

	#claim({ property, condition }: Assert): void {
		const { value } = this.#evaluate(condition);
		if (truthOf(value) !== true) this.#claims.push({ property, condition: value });
		this.#pc++;
	}

	#note({ name, operands, span }: NoteDown): void {
		this.#notes.push({
			name,
			position: this.#log.events.length,
			operands: operands.map((operand) => this.#evaluate(operand).value),
			...(span === undefined ? {} : { span }),
		});
		this.#pc++;
	}

	#choose({ local, values, isInterruption }: Choose, given: Outcome | undefined): Stop | undefined {
		if (values < 1) return { kind: "excluded" };
		if (values > 1 && typeof given !== "bigint") return { kind: "choose", values };
		if (isInterruption) this.#decisions--;
		this.#locals[local] = constant(typeof given === "bigint" ? given : 0n);
		this.#pc++;
		return undefined;
	}

	#evaluate(expression: Expression): TrackedValue {
		return evaluateExpression(expression, this.#locals);
	}
}

function constant(value: bigint): TrackedValue {
	return { value, dependencies: NO_DEPENDENCIES };
}

import { isTrue } from "../../execution/arithmetic.ts";
import type { Expression } from "../../execution/expression.ts";
import type { Access, Branch, Instruction } from "../../execution/instruction.ts";
import type { Program } from "../../execution/program.ts";
import type { ThreadProgram } from "../../execution/thread-program.ts";
import { isPointer, sameValue, type Value } from "../../execution/value.ts";
import * as messages from "../../source/messages-litmus.ts";
import type { Span } from "../../source/span.ts";
import { binary, constant, localValue } from "../build-expression.ts";
import { LONG } from "../c-type.ts";
import type { Report } from "../report.ts";
import { indexedAddress } from "./indexed-address.ts";
import type { PlainStatement } from "./plain-statement.ts";
import { substitute } from "./substitute.ts";

/** Statements that a process may have; much longer ones help nobody. */
const STATEMENT_LIMIT = 4000;
/** Branches that may be open at once. */
const DEPTH_LIMIT = 200;
/** Locations that one access may choose among. */
const CELL_LIMIT = 64;

type Known = Map<number, Value>;

/** A thread's code as statements, with the locals that were added to its own. */
export interface UnrolledThread {
	readonly statements: readonly PlainStatement[];
	/** Number of all locals: those behind the thread's own are new. */
	readonly locals: number;
}

/** Follows a thread's code with what is known of its locals, and writes down what it does. */
class Unroller {
	readonly #program: Program;
	readonly #thread: ThreadProgram;
	readonly #report: Report;
	/** Branches that are being followed, with what was known there. */
	readonly #open: { readonly at: number; readonly known: Known }[] = [];
	#count = 0;
	/** The last place in the text that was met: some instructions have none. */
	#last: Span;
	#isStopped = false;
	locals: number;

	constructor(program: Program, thread: ThreadProgram, report: Report) {
		this.#program = program;
		this.#thread = thread;
		this.#report = report;
		this.locals = thread.locals.length;
		this.#last = { file: program.file, start: 0, end: 0 };
	}

	/** The statements from one instruction to another; `known` becomes what is known there. */
	follow(start: number, stop: number, known: Known): PlainStatement[] {
		const found: PlainStatement[] = [];
		const { code } = this.#thread;
		for (let at = start; at !== stop && at < code.length && !this.#isStopped; ) {
			const instruction = code[at];
			const span = this.#spanOf(instruction);
			this.#count++;
			if (this.#count > STATEMENT_LIMIT) {
				this.#stop(messages.plainTooLong(STATEMENT_LIMIT, span));
				break;
			}
			if (instruction.kind === "jump") at = instruction.target;
			else if (instruction.kind === "branch") at = this.#branch(instruction, at, known, found);
			else {
				found.push(...this.#statements(instruction, known));
				at++;
			}
		}
		return found;
	}

	#spanOf({ span }: Instruction): Span {
		this.#last = span ?? this.#last;
		return this.#last;
	}

	#stop(diagnostic: Parameters<Report["add"]>[0]): void {
		this.#report.add(diagnostic);
		this.#isStopped = true;
	}

	/** Follows both ways to where they meet, or the only one; gives the place where the code goes on. */
	#branch(instruction: Branch, at: number, known: Known, found: PlainStatement[]): number {
		const { whenTrue, whenFalse, join, span } = instruction;
		const condition = substitute(instruction.condition, known);
		if (condition.kind === "constant") return isTrue(condition.value) ? whenTrue : whenFalse;
		const isAgain = this.#open.some((one) => one.at === at && sameKnown(one.known, known));
		if (isAgain || this.#open.length > DEPTH_LIMIT) {
			this.#stop(messages.plainLoop(this.#spanOf(instruction)));
			return join;
		}
		this.#open.push({ at, known: new Map(known) });
		const [yes, no]: [Known, Known] = [new Map(known), new Map(known)];
		const arms = [this.follow(whenTrue, join, yes), this.follow(whenFalse, join, no)] as const;
		this.#open.pop();
		found.push({ kind: "if", condition, arms, span });
		known.clear();
		for (const [local, value] of yes) {
			const other = no.get(local);
			if (other !== undefined && sameValue(value, other)) known.set(local, value);
		}
		return join;
	}

	#statements(instruction: Instruction, known: Known): PlainStatement[] {
		switch (instruction.kind) {
			case "assign": {
				const value = substitute(instruction.value, known);
				if (value.kind === "offset" && indexedAddress(value) !== undefined) {
					known.delete(instruction.local);
					return this.#choice(
						value,
						undefined,
						instruction.local,
						this.#spanOf(instruction),
						() => undefined,
					);
				}
				return [this.#assign(instruction.local, value, known, instruction.span)];
			}
			case "branch":
			case "jump":
			case "loop":
			case "note":
				return [];
			case "choose":
			case "assume":
			case "assert":
			case "cut":
				this.#report.add(messages.plainWithout(instruction.kind, this.#spanOf(instruction)));
				return [];
			default:
				return this.#access(instruction, known);
		}
	}

	#assign(local: number, value: Expression, known: Known, span: Span | undefined): PlainStatement {
		if (value.kind === "constant") known.set(local, value.value);
		else known.delete(local);
		return { kind: "assign", local, value, span };
	}

	#access(written: Access, known: Known): PlainStatement[] {
		const address = written.address && substitute(written.address, known);
		if (written.kind === "load" && address?.kind === "constant") {
			const value = this.#constantAt(address.value);
			if (value !== undefined) return [this.#assign(written.local, constant(value), known, written.span)];
		}
		if ("local" in written) known.delete(written.local);
		const instruction = withOperands(written, known);
		if (address === undefined) return [{ kind: "access", instruction }];
		if (address.kind === "constant" || address.kind === "local")
			return [{ kind: "access", instruction: { ...instruction, address } }];
		return this.#accessAmong(instruction, address);
	}

	/** What a location holds for ever. */
	#constantAt(address: Value): Value | undefined {
		if (!isPointer(address)) return undefined;
		const index = this.#program.objects.at(address.object)?.cells.get(address.offset);
		if (index === undefined) return undefined;
		const { isConstant, initial } = this.#program.cells[index];
		return isConstant ? initial : undefined;
	}

	/** An access to one of several locations. */
	#accessAmong(instruction: Access, address: Expression): PlainStatement[] {
		const pointer = this.locals;
		this.locals++;
		const span = this.#spanOf(instruction);
		const access: PlainStatement = {
			kind: "access",
			instruction: { ...instruction, address: localValue(pointer) },
		};
		const size = "size" in instruction ? instruction.size : undefined;
		return this.#choice(address, size, pointer, span, (cell, rest) => {
			const { isConstant, initial } = this.#program.cells[cell];
			if (!isConstant || instruction.kind !== "load" || typeof initial !== "bigint") return [access];
			const value = binary("+", LONG.type, constant(initial), rest);
			return [{ kind: "assign", local: instruction.local, value, span }];
		});
	}

	/**
	 * A branch for each location that an address may be, in which a local becomes that address and still depends on the
	 * index. An index that leads to none leads to none there, too.
	 * @param then what follows in each branch; `rest` is 0, and depends on the index
	 */
	#choice(
		address: Expression,
		size: number | undefined,
		local: number,
		span: Span,
		then: (cell: number, rest: Expression) => readonly PlainStatement[] | undefined,
	): PlainStatement[] {
		const parts = indexedAddress(address);
		const places = parts === undefined ? [] : this.#places(parts.base, parts.scale, size);
		if (parts === undefined || places.length === 0 || places.length > CELL_LIMIT) {
			this.#report.add(messages.plainAddress(span));
			return [];
		}
		const index = this.locals;
		this.locals++;
		this.#count += 3 * places.length;
		const arm = ([at, cell]: readonly [bigint, number]): PlainStatement[] => {
			const rest = binary("-", LONG.type, localValue(index), constant(at));
			return [{ kind: "point", local, cell, index, at }, ...(then(cell, rest) ?? [])];
		};
		let chosen = arm(places[places.length - 1]);
		for (const place of places.slice(0, -1).reverse()) {
			const condition = binary("==", LONG.type, localValue(index), constant(place[0]));
			chosen = [{ kind: "if", condition, arms: [arm(place), chosen], span }];
		}
		return [{ kind: "assign", local: index, value: parts.index, span }, ...chosen];
	}

	/** For each value that an index may have the cell that it leads to. */
	#places(
		base: { readonly object: number; readonly offset: number },
		scale: number,
		size: number | undefined,
	): (readonly [bigint, number])[] {
		const cells = this.#program.objects.at(base.object)?.cells ?? new Map<number, number>();
		return [...cells].flatMap(([offset, cell]): (readonly [bigint, number])[] => {
			const distance = offset - base.offset;
			const known = this.#program.cells[cell].size;
			const isRight = distance % scale === 0 && (size === undefined || known === undefined || size === known);
			return isRight ? [[BigInt(distance / scale), cell]] : [];
		});
	}
}

/** An access with what is known put into all that it evaluates but its address. */
function withOperands(instruction: Access, known: Known): Access {
	switch (instruction.kind) {
		case "store":
			return { ...instruction, value: substitute(instruction.value, known) };
		case "update": {
			const { next, when } = instruction;
			return {
				...instruction,
				next: substitute(next, known),
				...(when && { when: substitute(when, known) }),
			};
		}
		default:
			return instruction;
	}
}

function sameKnown(left: Known, right: Known): boolean {
	if (left.size !== right.size) return false;
	return [...left].every(([local, value]) => {
		const other = right.get(local);
		return other !== undefined && sameValue(value, other);
	});
}

/**
 * A thread's code as nested branches alone: loops whose conditions are known are written out, and an access to one
 * of several locations becomes a branch for each. A branch's arms end where the code's own join is, so that
 * the same is control dependent. What cannot be written so is reported. Code that two arms share is written
 * twice.
 */
export function unrollThread(program: Program, thread: ThreadProgram, report: Report): UnrolledThread {
	const unroller = new Unroller(program, thread, report);
	const known: Known = new Map(thread.locals.map(({ initial }, local) => [local, initial]));
	const statements = unroller.follow(0, thread.code.length, known);
	return { statements, locals: unroller.locals };
}

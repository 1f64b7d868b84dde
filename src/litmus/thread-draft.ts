import { isTrue } from "../execution/arithmetic.ts";
import type { Expression } from "../execution/expression.ts";
import type { Instruction } from "../execution/instruction.ts";
import type { Local } from "../execution/thread-program.ts";
import type { Value } from "../execution/value.ts";
import type { Span } from "../source/span.ts";
import { mentions, renameLocal } from "./build-expression.ts";

/**
 * An instruction while code is being written: targets are labels, not indices, a branch has no join yet, and
 * a label stands among the instructions where it is placed.
 */
export type DraftInstruction = Instruction | { readonly kind: "label"; readonly label: number };

/** Kinds of instructions that make events. */
const EVENTS: ReadonlySet<Instruction["kind"]> = new Set([
	...(["load", "store", "update", "fence", "lock", "unlock", "trylock", "islocked"] as const),
]);

/** The code of one thread while it is being written. */
export class ThreadDraft {
	readonly code: DraftInstruction[] = [];
	readonly locals: Local[] = [];
	#labels = 0;
	#interrupt: (() => void) | undefined;

	/** A new local; its index. */
	newLocal(name: string, initial: Value): number {
		this.locals.push({ name, initial });
		return this.locals.length - 1;
	}

	/** A new local that the test does not name; its index. */
	newTemporary(): number {
		return this.newLocal(`%${this.locals.length}`, 0n);
	}

	newLabel(): number {
		this.#labels++;
		return this.#labels - 1;
	}

	/** The label stands for what is emitted next. A label is placed once. */
	place(label: number): void {
		this.code.push({ kind: "label", label });
	}

	/** Makes `run` emit what can happen before each event, until it is told of another, or of none. */
	interrupt(run: (() => void) | undefined): void {
		this.#interrupt = run;
	}

	/** @param makesEvent false for a read of something constant, before which nothing happens that could be told apart */
	emit(instruction: Instruction, makesEvent = EVENTS.has(instruction.kind)): void {
		if (makesEvent) this.#interrupt?.();
		this.code.push(instruction);
	}

	jump(target: number): void {
		this.code.push({ kind: "jump", target });
	}

	/** Goes to one label or the other; a constant condition becomes a jump. */
	branch(condition: Expression, whenTrue: number, whenFalse: number, span: Span): void {
		if (condition.kind === "constant") this.jump(isTrue(condition.value) ? whenTrue : whenFalse);
		else this.code.push({ kind: "branch", condition, whenTrue, whenFalse, join: -1, span });
	}

	/**
	 * Makes the last instruction put its result into `local` rather than into the temporary that it was
	 * made for, if that changes nothing else. Whether it did.
	 */
	retarget(temporary: number, local: number): boolean {
		const last = this.code.at(-1);
		if (last === undefined || temporary !== this.locals.length - 1) return false;
		if (!this.locals[temporary].name.startsWith("%") || !("local" in last)) return false;
		if (last.local !== temporary || last.kind === "assign") return false;
		if (last.kind === "update") {
			const parts = last.when ? [last.when, last.next] : [last.next];
			if (parts.some((part) => mentions(part, local))) return false;
			const renamed = parts.map((part) => renameLocal(part, temporary, local));
			const next = renamed[renamed.length - 1];
			this.code[this.code.length - 1] = { ...last, local, next, ...(last.when && { when: renamed[0] }) };
		} else this.code[this.code.length - 1] = { ...last, local };
		this.locals.pop();
		return true;
	}
}

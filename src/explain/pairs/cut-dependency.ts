import type { Expression } from "../../execution/expression.ts";
import type { Instruction, Load } from "../../execution/instruction.ts";
import type { Program } from "../../execution/program.ts";
import type { ThreadProgram } from "../../execution/thread-program.ts";
import type { Value } from "../../execution/value.ts";
import { valuesIn } from "./values-in.ts";

/** More values than this are too many to guess. */
const MOST_VALUES = 16;

/**
 * A program in which nothing depends on what some loads read. Their values are guessed, among all that stand in the program, and executions in which
 * the guess was wrong are none; a value that has to be computed is not among them, so that a
 * program without a dependency may show less than it could, never more.
 * @param at loads
 * @returns undefined if there are too many values to guess from, or none
 */
export function cutDependency(
	program: Program,
	at: readonly { readonly thread: number; readonly index: number }[],
): Program | undefined {
	const values = valuesIn(program);
	if (values.length === 0 || values.length > MOST_VALUES) return undefined;
	return {
		...program,
		threads: program.threads.map((thread) => {
			const own = at.filter((one) => one.thread === thread.index).map(({ index }) => index);
			return own.sort((a, b) => b - a).reduce((cut, index) => cutAt(cut, index, values), thread);
		}),
	};
}

function cutAt(thread: ThreadProgram, at: number, values: readonly Value[]): ThreadProgram {
	const load = thread.code[at];
	if (load.kind !== "load") return thread;
	const [read, guess] = [thread.locals.length, thread.locals.length + 1];
	const more = guessed(load, read, guess, values);
	const moved = (target: number): number => (target > at ? target + more.length - 1 : target);
	const code = thread.code.flatMap((instruction, index) =>
		index === at ? more : [retargeted(instruction, moved)],
	);
	const locals = [read, guess].map((local) => ({ name: `%uncut${local}`, initial: 0n }));
	return { ...thread, code, locals: [...thread.locals, ...locals] };
}

/** A load whose value comes from a guess that turned out right. */
function guessed(load: Load, read: number, guess: number, values: readonly Value[]): readonly Instruction[] {
	const type = { bits: 64, signed: true } as const;
	const local = (index: number): Expression => ({ kind: "local", local: index });
	const constant = (value: Value): Expression => ({ kind: "constant", value });
	const equal = (left: Expression, right: Expression): Expression => ({
		kind: "binary",
		operator: "==",
		type,
		left,
		right,
	});
	const [first, ...others] = values.map(constant);
	const value = others.reduce<Expression>((otherwise, then, index) => {
		const condition = equal(local(guess), constant(BigInt(index + 1)));
		return { kind: "select", condition, then, otherwise };
	}, first);
	return [
		{ ...load, local: read },
		{ kind: "choose", local: guess, values: values.length },
		{ kind: "assign", local: load.local, value },
		{ kind: "assume", condition: equal(local(load.local), local(read)) },
	];
}

function retargeted(instruction: Instruction, moved: (target: number) => number): Instruction {
	if (instruction.kind === "jump") return { ...instruction, target: moved(instruction.target) };
	if (instruction.kind !== "branch") return instruction;
	const { whenTrue, whenFalse, join } = instruction;
	return { ...instruction, whenTrue: moved(whenTrue), whenFalse: moved(whenFalse), join: moved(join) };
}

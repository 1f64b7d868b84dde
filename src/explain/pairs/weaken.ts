import type { Instruction } from "../../execution/instruction.ts";
import type { Program } from "../../execution/program.ts";
import { cutDependency } from "./cut-dependency.ts";
import type { Ordering } from "./ordering.ts";

/**
 * A program without one ordering: a release or an acquire becomes a marked access, a read-modify-write a relaxed one, and a fence stays as an
 * event that orders nothing, so that its thread's accesses can still be told to lie before it or behind it.
 * @returns undefined where that cannot be done: see `cutDependency`
 */
export function weaken(program: Program, { kind, at }: Ordering): Program | undefined {
	if (kind === "dependency") return cutDependency(program, at);
	return {
		...program,
		threads: program.threads.map((thread) => ({
			...thread,
			code: thread.code.map((instruction, index) =>
				at.some((one) => one.thread === thread.index && one.index === index)
					? relaxed(instruction)
					: instruction,
			),
		})),
	};
}

function relaxed(instruction: Instruction): Instruction {
	switch (instruction.kind) {
		case "load":
		case "store":
			return { ...instruction, tags: [onceLike(instruction.tags)] };
		case "fence":
			return { ...instruction, tags: [] };
		case "update": {
			const { fences, writeTags, ...rest } = instruction;
			return { ...rest, tags: [onceLike([...instruction.tags, ...(writeTags ?? []), ...(fences ?? [])])] };
		}
		default:
			return instruction;
	}
}

/** The tag of READ_ONCE and WRITE_ONCE, in the case of a model's other tags. */
function onceLike([tag]: readonly string[]): string {
	return tag === tag?.toUpperCase() ? "ONCE" : "Once";
}

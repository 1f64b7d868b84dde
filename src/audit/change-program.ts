import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { cutDependency } from "../explain/pairs/cut-dependency.ts";
import type { Level } from "./level.ts";
import type { Site } from "./site.ts";

/** Sites, by number, that have another level than the text gives them. */
export type Changes = ReadonlyMap<number, Level>;

const TAGS: Partial<Record<Level, readonly string[]>> = {
	once: ["ONCE"],
	acquire: ["ACQUIRE"],
	release: ["RELEASE"],
	full: ["MB"],
	rmb: ["Rmb"],
	wmb: ["Wmb"],
	mb: ["MB"],
};

/**
 * A program in which some sites have other levels, made without reading its text again. A fence or a lock that is gone stays as an event that orders
 * nothing.
 * @param subject the program's number
 * @returns undefined where a dependency cannot be cut: see `cutDependency`
 */
export function changeProgram(
	program: Program,
	subject: number,
	sites: readonly Site[],
	changes: Changes,
): Program | undefined {
	const levels = new Map<string, Level>();
	const cut: { readonly thread: number; readonly index: number }[] = [];
	for (const [number, level] of changes)
		for (const { subject: own, thread, index } of sites[number].spots) {
			if (own !== subject) continue;
			if (sites[number].kind === "dependency") cut.push({ thread, index });
			else levels.set(`${thread}:${index}`, level);
		}
	const changed: Program = {
		...program,
		threads: program.threads.map((thread) => ({
			...thread,
			code: thread.code.map((instruction, index) => {
				const level = levels.get(`${thread.index}:${index}`);
				return level === undefined ? instruction : withLevel(instruction, level);
			}),
		})),
	};
	return cut.length === 0 ? changed : cutDependency(changed, cut);
}

function withLevel(instruction: Instruction, level: Level): Instruction {
	const tags = TAGS[level] ?? [];
	switch (instruction.kind) {
		case "load":
		case "store":
		case "fence":
			return { ...instruction, tags };
		case "update": {
			const { fences: _fences, writeTags: _writeTags, failedTags: _failedTags, ...rest } = instruction;
			return { ...rest, tags };
		}
		case "lock":
		case "unlock":
			return { kind: "fence", tags: [], ...(instruction.span && { span: instruction.span }) };
		case "trylock": {
			const { local, span } = instruction;
			return { kind: "assign", local, value: { kind: "constant", value: 1n }, ...(span && { span }) };
		}
		default:
			return instruction;
	}
}

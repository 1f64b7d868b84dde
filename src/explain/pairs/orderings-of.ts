import type { Instruction } from "../../execution/instruction.ts";
import type { Program } from "../../execution/program.ts";
import { type Ordering, placeOf } from "./ordering.ts";

/** What an instruction is as an ordering. */
type Nature = Pick<Ordering, "kind" | "acts" | "scope">;

/** Fences that keep accesses in order for other threads, by their sets; what they are about. */
const FENCES: ReadonlyMap<string, Ordering["scope"]> = new Map([
	["mb", "all"],
	["rmb", "reads"],
	["wmb", "writes"],
	["before-atomic", "all"],
	["after-atomic", "all"],
	["after-spinlock", "all"],
	["after-unlock-lock", "all"],
	["after-srcu-read-unlock", "all"],
]);

/**
 * The orderings of a program that can be weakened alone, in the order of the text: releases, acquires, fences, read-modify-writes
 * that are one of these, and loads that others may depend on. Locks are none, and neither is what belongs to RCU: without them a
 * test is another one.
 */
export function orderingsOf(program: Program): readonly Ordering[] {
	const found = new Map<string, Ordering>();
	for (const { index: thread, code } of program.threads)
		for (const [index, instruction] of code.entries()) {
			const nature = natureOf(instruction);
			const { span } = instruction;
			if (nature === undefined || span === undefined) continue;
			const key = `${placeOf(span)}:${nature.kind}`;
			const before = found.get(key)?.at ?? [];
			found.set(key, { ...nature, span, at: [...before, { thread, index }] });
		}
	return [...found.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function natureOf(instruction: Instruction): Nature | undefined {
	switch (instruction.kind) {
		case "store":
			return has(instruction.tags, "release") ? { kind: "store", acts: "release", scope: "all" } : undefined;
		case "load":
			if (has(instruction.tags, "acquire")) return { kind: "load", acts: "acquire", scope: "all" };
			if (instruction.tags.some((tag) => tag.toLowerCase() !== "once")) return undefined;
			return { kind: "dependency", acts: "acquire", scope: "all" };
		case "fence": {
			if (instruction.address !== undefined) return undefined;
			const scope = instruction.tags.flatMap((tag) => FENCES.get(tag.toLowerCase()) ?? [])[0];
			return scope === undefined ? undefined : { kind: "fence", acts: "both", scope };
		}
		case "update": {
			const tags = [...instruction.tags, ...(instruction.writeTags ?? []), ...(instruction.fences ?? [])];
			const [releases, acquires] = [has(tags, "release"), has(tags, "acquire")];
			if (has(tags, "mb") || (releases && acquires)) return { kind: "update", acts: "both", scope: "all" };
			if (!releases && !acquires) return undefined;
			return { kind: "update", acts: releases ? "release" : "acquire", scope: "all" };
		}
		default:
			return undefined;
	}
}

/** Whether tags have one of a name, whose case differs from model to model. */
function has(tags: readonly string[], name: string): boolean {
	return tags.some((tag) => tag.toLowerCase() === name);
}

import type { StoryStep } from "../../execution/story/story-step.ts";

/** How an access is ordered, as its tags have it. */
export type Ordering = "plain" | "relaxed" | "acquire" | "release" | "full barrier";

/** Tags that say nothing about order: that it is marked, that it is half of a read-modify-write. */
const RELAXED = new Set(["once", "noreturn", "rmw"]);

/**
 * The ordering of a read or a write: both halves of a read-modify-write carry its tag, but an acquire means something for a read alone, and a
 * release for a write. Tags that kernels or models have made up themselves are given back as they are.
 */
export function orderingOf({ kind, tags }: StoryStep): Ordering | string {
	if (tags.length === 0) return "plain";
	for (const tag of tags) {
		const name = tag.toLowerCase();
		if (RELAXED.has(name)) continue;
		if (name === "acquire" || name === "release") {
			if ((name === "acquire") === (kind === "R")) return name;
			continue;
		}
		return name === "mb" ? "full barrier" : tag;
	}
	return "relaxed";
}

import type { Story } from "../execution/story/story.ts";

/** A story in which names of locations are shorter. */
export interface ShortNames {
	readonly story: Story;
	/** What they have lost, a structure's name with its dot; empty where they are as they were. */
	readonly prefix: string;
}

/**
 * Leaves out the structure's name where all locations that are members of a structure are of the same one, so that narrow panes have room for what
 * differs. Two locations never get the same name.
 */
export function shortNames(story: Story): ShortNames {
	const names = story.cells.map(({ name }) => name);
	const prefixes = new Set(names.flatMap((name) => /^[^.[\]]+\.(?=.)/.exec(name) ?? []));
	const [prefix = ""] = prefixes;
	if (prefix === "" || prefixes.size > 1) return { story, prefix: "" };
	const short = names.map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name));
	if (new Set(short).size < new Set(names).size) return { story, prefix: "" };
	const cells = story.cells.map((cell, at) => ({ ...cell, name: short[at] }));
	return { story: { ...story, cells }, prefix };
}

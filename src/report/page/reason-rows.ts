import type { ReasonEdge } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { type Hop, hopsOf } from "../story/hop.ts";
import { wordHop } from "../story/word-hop.ts";
import { wordWaits } from "../story/word-waits.ts";

/** One line of the list of reasons, and what of the picture belongs to it. */
export interface ReasonRow {
	/** `reason-0`, `reason-1`, ... */
	readonly id: string;
	readonly kind: "reason" | "race" | "wait";
	/** What stands in front of it, and on its edge. */
	readonly badge: string;
	/** Numbers of steps; 0 is the initial state. Of a wait, the step that has the lock, or 0. */
	readonly from: number;
	readonly to: number;
	/** What it says, a sentence without a full stop. */
	readonly title: string;
	/** The relations that it is in, from the axiom's inwards; the last may be a base relation. */
	readonly names: readonly string[];
	/** Index into the cycles of the reason; 0 for a race or a wait. */
	readonly group: number;
}

type Draft = Omit<ReasonRow, "id" | "badge">;

/**
 * A story's reason as a list: its cycles, each taken apart into what a reader takes in at once, the race, or the waits. Empty
 * where it has none.
 */
export function reasonRows(story: Story): readonly ReasonRow[] {
	return drafts(story).map((row, at) => ({
		...row,
		id: `reason-${at}`,
		badge: row.kind === "race" ? "!" : String(at + 1),
	}));
}

function drafts(story: Story): readonly Draft[] {
	const { reason } = story;
	switch (reason?.kind) {
		case "cycle":
			return reason.cycles.flatMap(({ edges }, group) =>
				edges.flatMap((edge) => leaves(story, edge, []).map((leaf) => ({ ...leaf, group }))),
			);
		case "race": {
			const { first, second } = reason;
			const title = `step ${first} and step ${second} race: nothing orders them`;
			return [{ kind: "race", from: first, to: second, title, names: [], group: 0 }];
		}
		case "waits": {
			const [, ...titles] = wordWaits(story, reason.waits);
			return reason.waits.map(({ heldBy = 0 }, at) => {
				const title = titles[at]?.trim() ?? "";
				return { kind: "wait", from: heldBy, to: heldBy, title, names: [], group: 0 };
			});
		}
		default:
			return [];
	}
}

/** An edge of a cycle, or what it is made of: as deep as the reason tells, and then hop by hop. */
function leaves(story: Story, edge: ReasonEdge, outer: readonly string[]): Omit<Draft, "group">[] {
	const names = [...outer, ...edge.names.filter((name) => name !== outer.at(-1))];
	const hops = hopsOf(story, edge.parts);
	if (hops.length > 1 && edge.via !== undefined && edge.via.length > 0)
		return edge.via.flatMap((part) => leaves(story, part, names));
	if (hops.length > 0) return hops.map((hop) => leafOf(story, hop, names));
	if (edge.from === edge.to) return [];
	const title = `step ${edge.from} is related to step ${edge.to}`;
	return [{ kind: "reason", from: edge.from, to: edge.to, title, names }];
}

function leafOf(story: Story, hop: Hop, outer: readonly string[]): Omit<Draft, "group"> {
	const { text, name } = wordHop(story, hop);
	const names = name === "" || name === outer.at(-1) ? outer : [...outer, name];
	return { kind: "reason", from: hop.from, to: hop.to, title: text, names };
}

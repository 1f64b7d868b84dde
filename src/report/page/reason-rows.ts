import type { BaseEdge, ReasonEdge } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { sayPath } from "./say-path.ts";

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
	/** The definitions of the model that it is in, from the outside inwards. */
	readonly names: readonly string[];
	/** The path that it stands for. */
	readonly parts: readonly BaseEdge[];
	/** Index into the cycles of the reason; 0 for a race or a wait. */
	readonly group: number;
}

/** A story's reason as a list: the edges of its cycles, the race, or the waits. Empty where it has none. */
export function reasonRows(story: Story): readonly ReasonRow[] {
	const { reason } = story;
	if (reason === undefined) return [];
	const rows: Omit<ReasonRow, "id" | "badge">[] = [];
	if (reason.kind === "cycle")
		for (const [group, { edges }] of reason.cycles.entries())
			for (const edge of edges) rows.push({ kind: "reason", ...rowOfEdge(edge), group });
	if (reason.kind === "race") {
		const { first, second } = reason;
		const title = `step ${first} and step ${second} race: no order between them is certain`;
		rows.push({ kind: "race", from: first, to: second, title, names: [], parts: [], group: 0 });
	}
	if (reason.kind === "waits")
		for (const { thread, cell, what, heldBy } of reason.waits) {
			const name = story.cells[cell]?.name ?? "?";
			const held = heldBy === undefined ? "" : `, which step ${heldBy} has taken`;
			const waits = what === "lock" ? `for ${name}${held}` : `for another value of ${name}`;
			const title = `${story.threads[thread]?.name ?? ""} waits ${waits}`;
			rows.push({ kind: "wait", from: heldBy ?? 0, to: heldBy ?? 0, title, names: [], parts: [], group: 0 });
		}
	return rows.map((row, at) => ({ ...row, id: `reason-${at}`, badge: badgeOf(row.kind, at) }));
}

function rowOfEdge({ from, to, names, parts }: ReasonEdge) {
	const narrowest = names.at(-1);
	const path = sayPath(parts);
	const by = narrowest === undefined ? "" : ` by ${narrowest}`;
	const title = path.length === 1 ? path[0] : `${sayPoint(from)} is ordered before ${sayPoint(to)}${by}`;
	return { from, to, names, parts, title };
}

/** A step by its number, or the initial state. */
function sayPoint(step: number): string {
	return step === 0 ? "the initial write" : `step ${step}`;
}

function badgeOf(kind: ReasonRow["kind"], at: number): string {
	return kind === "race" ? "!" : String(at + 1);
}

import type { BaseEdge } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";

/** A part of a reason that reads as one statement. */
export interface Hop {
	/** Numbers of steps. */
	readonly from: number;
	readonly to: number;
	/** A base relation, `fr` where its two parts follow each other, or `fence`. */
	readonly relation: string;
	readonly isInverse: boolean;
	/** Of a fence: the step between the two. */
	readonly through?: number;
	/** The sets that the reason needs the ends to be in. */
	readonly fromSets: readonly string[];
	readonly toSets: readonly string[];
}

/**
 * Base edges put together to what a reader takes in at once: a read and the write that overwrites what it reads, a fence and what stands on
 * its sides. What only tests a step belongs to the hops that begin and end there.
 */
export function hopsOf(story: Story, parts: readonly BaseEdge[]): Hop[] {
	const hops: Hop[] = [];
	let sets: string[] = [];
	for (const part of parts) {
		if (isTest(part)) {
			sets.push(part.relation.slice(1, -1));
			const last = hops.at(-1);
			if (last !== undefined)
				hops[hops.length - 1] = { ...last, toSets: [...last.toSets, part.relation.slice(1, -1)] };
			continue;
		}
		const { from, to, relation, isInverse = false } = part;
		const hop: Hop = { from, to, relation, isInverse, fromSets: sets, toSets: [] };
		sets = [];
		const last = hops.at(-1);
		const joined = last === undefined ? undefined : join(story, last, hop);
		if (joined === undefined) hops.push(hop);
		else hops[hops.length - 1] = joined;
	}
	return hops;
}

function isTest({ from, to, relation }: BaseEdge): boolean {
	return from === to && /^\[.*\]$/.test(relation);
}

function join(story: Story, first: Hop, second: Hop): Hop | undefined {
	const { from, fromSets } = first;
	const { to } = second;
	if (first.to !== second.from) return undefined;
	if (first.relation === "rf" && first.isInverse && second.relation === "co" && !second.isInverse)
		return { from, to, relation: "fr", isInverse: false, fromSets, toSets: [] };
	const isForward = !first.isInverse && !second.isInverse;
	const middle = story.steps[first.to - 1];
	if (isForward && first.relation === "po" && second.relation === "po" && middle?.kind === "F")
		return { from, to, relation: "fence", isInverse: false, through: first.to, fromSets, toSets: [] };
	return undefined;
}

import type { Story } from "../../execution/story/story.ts";
import { cellName } from "./cell-name.ts";
import { fenceName } from "./fence-name.ts";
import type { Hop } from "./hop.ts";
import { nameStep, placeName } from "./name-step.ts";

/** Sets whose members keep order with all that follows them, and with all that precedes them. */
const ACQUIRES = new Set(["acquire", "lkr", "a"]);
const RELEASES = new Set(["release", "ul", "l"]);
const BARRIERS = new Set(["mb", "full"]);

/** One hop of a reason in words, and the name of what relates its ends, where that has one of its own. */
export function wordHop(story: Story, hop: Hop): { readonly text: string; readonly name: string } {
	const { relation, isInverse } = hop;
	const from = nameStep(story, hop.from, hop.to);
	const to = nameStep(story, hop.to, hop.from);
	const first = story.steps[hop.from - 1];
	const second = story.steps[hop.to - 1];
	// Communication within a thread and between threads has names of its own; an initial write is of no thread.
	const suffix = first?.thread !== undefined && first.thread === second?.thread ? "i" : "e";
	if (isInverse) return inverse();
	switch (relation) {
		case "rf":
			if (second?.tags.includes("LKR"))
				return { text: `${to} gets the lock that ${from} gave back`, name: `rf${suffix}` };
			return { text: `${to} reads ${hop.from === 0 ? from : `what ${from} wrote`}`, name: `rf${suffix}` };
		case "co":
			return {
				text: `${to} overwrites ${hop.from === 0 ? from : `what ${from} wrote`}`,
				name: `co${suffix}`,
			};
		case "fr":
			return { text: `${from} reads${valueRead()} before ${to} overwrites that`, name: `fr${suffix}` };
		case "fence":
			return { text: `${throughName()} stands between ${from} and ${to}`, name: "" };
		case "po":
			return programOrder();
		case "po-loc":
			return { text: `${from} precedes ${to} in program order, at the same location`, name: "po-loc" };
		case "addr":
			return { text: `the address of ${to} depends on what ${from} reads`, name: "addr" };
		case "data":
			return { text: `the value of ${to} depends on what ${from} reads`, name: "data" };
		case "ctrl":
			return { text: `whether ${to} happens depends on what ${from} reads`, name: "ctrl" };
		case "rmw":
			return { text: `${from} and ${to} are the halves of one read-modify-write`, name: "rmw" };
		default:
			return { text: `${relation} leads from ${from} to ${to}`, name: relation };
	}

	function inverse(): { readonly text: string; readonly name: string } {
		const name = `${relation}^-1`;
		const opens = second?.tags.find((tag) => /^s?rcu-lock$/i.test(tag));
		const closes = first?.tags.find((tag) => /^s?rcu-unlock$/i.test(tag));
		if (opens !== undefined && closes !== undefined)
			return { text: `${from} ends the read-side critical section that ${to} begins`, name: "" };
		if (relation === "rmw")
			return { text: `${from} and ${to} are the halves of one read-modify-write`, name };
		if (relation === "po") return { text: `${from} follows ${to} in program order`, name };
		if (relation === "rf") return { text: `${from} reads ${hop.to === 0 ? to : `what ${to} wrote`}`, name };
		return { text: `${relation} leads from ${to} to ${from}`, name };
	}

	function programOrder(): { readonly text: string; readonly name: string } {
		const order = `${from} precedes ${to} in program order`;
		const keeper = hasAny(hop.fromSets, ACQUIRES)
			? "an acquire"
			: hasAny(hop.toSets, RELEASES)
				? "a release"
				: hasAny([...hop.fromSets, ...hop.toSets], BARRIERS)
					? "a full barrier"
					: undefined;
		return keeper === undefined
			? { text: order, name: "po" }
			: { text: `${order}, and ${keeper} keeps that`, name: "" };
	}

	function throughName(): string {
		const fence = story.steps[(hop.through ?? 0) - 1];
		if (fence === undefined) return "a fence";
		const name =
			fence.cell === undefined
				? fenceName(fence.tags)
				: `${fenceName(fence.tags)} of ${cellName(story, fence)}`;
		return fence.place === undefined
			? `${name} (step ${fence.number})`
			: `${name} (${placeName(story, fence.place)})`;
	}

	function valueRead(): string {
		return first?.value === undefined ? "" : ` ${first.value}`;
	}
}

function hasAny(sets: readonly string[], known: ReadonlySet<string>): boolean {
	return sets.some((name) => known.has(name.toLowerCase()));
}

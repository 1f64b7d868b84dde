import type { Action, UpdateOperation } from "../../litmus/primitive.ts";
import { orderingWords } from "./ordering-words.ts";

/** What an action is, in sentences of Markdown. */
export interface ActionDescription {
	/** The events in program order: `R[MB] -> W[MB]`. */
	readonly events: string;
	readonly sentences: readonly string[];
}

const OPERATIONS: Readonly<Record<UpdateOperation, string>> = {
	set: "v",
	add: "old + v",
	sub: "old - v",
	and: "old & v",
	or: "old | v",
	xor: "old ^ v",
	andnot: "old & ~v",
};

const RESULTS: Readonly<Record<(Action & { kind: "update" })["result"], string>> = {
	none: "It has no value.",
	old: "Its value is the old one.",
	new: "Its value is the new one.",
	zero: "Its value says whether the new one is 0.",
	negative: "Its value says whether the new one is below 0.",
	done: "Its value says whether it wrote.",
};

const LOCKS: Readonly<
	Record<"lock" | "unlock" | "trylock" | "islocked", readonly [events: string, words: string]>
> = {
	lock: [
		"LKR -> LKW",
		"Takes the lock, once it is free. An acquire: what comes after it happens after the unlock that freed it.",
	],
	unlock: ["UL", "Frees the lock. A release: whoever takes the lock next sees what comes before it."],
	trylock: [
		"LKR -> LKW, or LF",
		"Takes the lock if it is free, like an acquire; its value is 1 then. Else its value is 0, and nothing is ordered.",
	],
	islocked: ["RL or RU", "Its value says whether somebody holds the lock. It orders nothing."],
};

function event(kind: string, tags: readonly string[] = []): string {
	return tags.length === 0 ? kind : `${kind}[${tags.join(", ")}]`;
}

function describeUpdate(action: Action & { kind: "update" }): ActionDescription {
	const {
		tags,
		writeTags = tags,
		failedTags,
		fences,
		operation,
		implied,
		when,
		impliedComparand,
		result,
	} = action;
	const around = fences ? event("F", fences) : undefined;
	const events = [around, event("R", tags), event("W", writeTags), around].filter((one) => one !== undefined);
	const formula = OPERATIONS[operation].replace("v", implied === undefined ? "`v`" : String(implied));
	const computed = operation === "set" ? (when ? "`new`" : "`v`") : formula.replace("old", "the old value");
	const comparand =
		impliedComparand === undefined ? (when === "equal" ? "`old`" : "`u`") : String(impliedComparand);
	const condition =
		when === undefined
			? ""
			: when === "equal"
				? ` if the old value is ${comparand}`
				: ` unless the old value is ${comparand}`;
	const sentences = [
		`Reads \`*p\` and writes ${computed}${condition}, in one step that no other write comes between.`,
		RESULTS[result],
	];
	if (when !== undefined) {
		const failed = event("R", failedTags ?? tags);
		sentences.push(`Where it does not write it is \`${failed}\` alone, and orders nothing.`);
	}
	return {
		events: events.join(" -> "),
		sentences: [...sentences, ...orderingWords([...tags, ...writeTags, ...(fences ?? [])])],
	};
}

/** The events that an action makes, what it does and what it promises of order in the kernel's model. */
export function describeAction(action: Action): ActionDescription {
	switch (action.kind) {
		case "load":
			return {
				events: event("R", action.tags),
				sentences: ["Reads the location.", ...orderingWords(action.tags)],
			};
		case "store": {
			const fence = action.fence ? ` -> ${event("F", action.fence)}` : "";
			const promises = orderingWords([...action.tags, ...(action.fence ?? [])]);
			return {
				events: `${event("W", action.tags)}${fence}`,
				sentences: ["Writes the location.", ...promises],
			};
		}
		case "fence":
			return { events: event("F", action.tags), sentences: orderingWords(action.tags) };
		case "update":
			return describeUpdate(action);
		default: {
			const [events, words] = LOCKS[action.kind];
			return { events, sentences: [words] };
		}
	}
}

import { CONSUMER_POS_ONCE } from "../edits.ts";
import { edited, ONE_SLOT, WOKEN } from "./commits.ts";
import type { Question } from "./question.ts";
import { UNDECIDED } from "./words.ts";

const STORES = ["WRITE_ONCE", "release"] as const;
/** The store of consumer_pos in front of the barrier that this configuration has added. */
const BEFORE_BARRIER = {
	file: "libbpf-consumer.c",
	from: "smp_store_release(r->consumer_pos, cons_pos);\n\t\t\tsmp_mb();",
	to: "WRITE_ONCE(*r->consumer_pos, cons_pos);\n\t\t\tsmp_mb();",
};
const PURPOSES = [
	{ purpose: "recycling", property: "recycled", configuration: ONE_SLOT, edit: CONSUMER_POS_ONCE },
	{
		purpose: "wake-up, the consumer has smp_mb",
		property: "lost-wakeup",
		configuration: WOKEN,
		edit: BEFORE_BARRIER,
	},
	{
		purpose: "wake-up, the consumer has no barrier",
		property: "lost-wakeup",
		configuration: { ...WOKEN, edits: [] },
		edit: CONSUMER_POS_ONCE,
	},
];

/** What the release of consumer_pos is for. */
export const consumerPos: Question = {
	letter: "g",
	text: "What does the release of consumer_pos protect: wake-up, recycling, or both?",
	trials: PURPOSES.flatMap(({ purpose, property, configuration, edit }) =>
		STORES.map((store) => ({
			label: `${purpose}: ${store}`,
			configuration: edited(configuration, store === "release" ? [] : [edit]),
			properties: [property],
			models: ["lkmm", "armv8", "tso", "sc"] as const,
		})),
	),
	conclude: (findings) => {
		const sentence = ({ purpose, property }: (typeof PURPOSES)[number]): string => {
			const [once, release] = STORES.map((store) => findings.of(`${purpose}: ${store}`, property, "lkmm"));
			if (once === "incomplete" || release === "incomplete") return UNDECIDED;
			if (release === "possible") return `with the release ${property} is still possible on lkmm.`;
			return once === "possible"
				? `it protects: by WRITE_ONCE ${property} is possible on lkmm, by the release never.`
				: `it does not matter: by WRITE_ONCE as by the release ${property} is never met on lkmm.`;
		};
		return PURPOSES.map((purpose) => `- For ${purpose.purpose}: ${sentence(purpose)}`).join("\n");
	},
};

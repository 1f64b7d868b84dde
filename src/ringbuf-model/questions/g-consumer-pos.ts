import { CONSUMER_POS_ONCE } from "../edits.ts";
import { edited, ONE_SLOT, WOKEN } from "./commits.ts";
import type { Question } from "./question.ts";
import { allDecided, UNDECIDED } from "./words.ts";

const STORES = ["WRITE_ONCE", "release"] as const;
/** The store of consumer_pos in front of the barrier that this configuration has added. */
const BEFORE_BARRIER = {
	file: "libbpf-consumer.c",
	from: "smp_store_release(r->consumer_pos, cons_pos);\n\t\t\tsmp_mb();",
	to: "WRITE_ONCE(*r->consumer_pos, cons_pos);\n\t\t\tsmp_mb();",
};
const PURPOSES = [
	{ purpose: "recycling", property: "recycled", configuration: ONE_SLOT, edit: CONSUMER_POS_ONCE },
	{ purpose: "wake-up", property: "lost-wakeup", configuration: WOKEN, edit: BEFORE_BARRIER },
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
		const labels = PURPOSES.flatMap(({ purpose, property }) =>
			STORES.map((store) => ({ label: `${purpose}: ${store}`, property })),
		);
		if (!labels.every(({ label, property }) => allDecided(findings, [label], property, "lkmm")))
			return UNDECIDED;
		return PURPOSES.map(({ purpose, property }) => {
			const [once, release] = STORES.map((store) => findings.of(`${purpose}: ${store}`, property, "lkmm"));
			if (release === "possible") return `For ${purpose} the release is not enough on lkmm.`;
			return once === "possible"
				? `It protects ${purpose}: without it ${property} is possible on lkmm.`
				: `It does not protect ${purpose}: WRITE_ONCE does as well on lkmm, where the consumer has its barrier.`;
		}).join(" ");
	},
};

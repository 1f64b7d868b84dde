import { type Edit, submitted } from "../configuration.ts";
import type { Question } from "./question.ts";
import { SMALL } from "./rings.ts";
import { allDecided, UNDECIDED } from "./words.ts";

const PROPERTIES = ["torn-memory", "data-race"] as const;
const ACQUIRED: Edit = {
	file: "overwrite.c",
	from: `hdr_len = READ_ONCE(hdr->len);
		if (hdr_len & BPF_RINGBUF_BUSY_BIT)`,
	to: `hdr_len = smp_load_acquire(&hdr->len);
		if (hdr_len & BPF_RINGBUF_BUSY_BIT)`,
};
const labels = ["READ_ONCE", "acquire"];

/** Whether the scan of pending records must acquire where records are overwritten. */
export const pendingScan: Question = {
	letter: "e",
	text: "May the pending scan use READ_ONCE, or must it acquire, once consumer_pos no longer separates the old owner of the space from the new one?",
	trials: labels.map((label, index) => ({
		label,
		configuration: {
			...SMALL,
			variant: "overwrite",
			producers: 2,
			records: [submitted(16)],
			edits: index === 0 ? [] : [ACQUIRED],
		},
		properties: PROPERTIES,
		models: ["lkmm", "armv8", "tso", "sc"],
	})),
	conclude: (findings) => {
		if (!PROPERTIES.every((name) => allDecided(findings, labels, name, "lkmm"))) return UNDECIDED;
		const [once, acquire] = labels.map((label) =>
			PROPERTIES.filter((name) => findings.of(label, name, "lkmm") === "possible"),
		);
		if (once.length === 0)
			return "READ_ONCE is enough on lkmm: the old owner's stores are never found over the new owner's, and do not race with them.";
		return acquire.length === 0
			? `It must acquire on lkmm: with READ_ONCE there is ${once.join(" and ")}, with an acquire neither.`
			: `Neither is enough on lkmm: with an acquire there still is ${acquire.join(" and ")}.`;
	},
};

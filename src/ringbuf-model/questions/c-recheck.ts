import type { Configuration, Edit } from "../configuration.ts";
import type { Question } from "./question.ts";
import { OVERWRITTEN } from "./rings.ts";
import { allDecided, labelsWith, listed, UNDECIDED } from "./words.ts";

const CONSUMER = "overwrite-v1-consumer.c";
const PROPERTY = "torn-snapshot";

/** The consumer orders its copy before it looks again. */
const CONSUMER_RMB: Edit = {
	file: CONSUMER,
	from: "copy_records(rb, tail, prod_pos);\n\t\tprod_pos",
	to: "copy_records(rb, tail, prod_pos);\n\t\tsmp_rmb();\n\t\tprod_pos",
};
/** What is written into a record comes after the producer_pos that claims its space. */
const PRODUCER_WMB: Edit = {
	file: "overwrite.c",
	from: "smp_store_release(&rb->producer_pos, new_prod_pos);",
	to: "smp_store_release(&rb->producer_pos, new_prod_pos);\n\tsmp_wmb();",
};
/** overwrite_pos comes before the header that is written over what it has passed. */
const OVERWRITE_WMB: Edit = {
	file: "overwrite.c",
	from: "WRITE_ONCE(rb->overwrite_pos, over_pos);",
	to: "WRITE_ONCE(rb->overwrite_pos, over_pos);\n\tsmp_wmb();",
};
/** The consumer looks at overwrite_pos again, and accepts if it has not passed the copy's beginning. */
const CHECK_OVERWRITE_POS: Edit = {
	file: CONSUMER,
	from: "prod_pos = smp_load_acquire(&rb->producer_pos);\n\t\tif (prod_pos - tail <= rb->mask) {",
	to: "over_pos = READ_ONCE(rb->overwrite_pos);\n\t\tif ((long)(over_pos - tail) <= 0) {",
};
const CONSUMER_RMB_BEFORE_OVERWRITE_POS: Edit = {
	file: CONSUMER,
	from: CHECK_OVERWRITE_POS.from,
	to: `smp_rmb();\n\t\t${CHECK_OVERWRITE_POS.to}`,
};

const WAYS: ReadonlyMap<string, readonly Edit[]> = new Map([
	["as it is", []],
	["smp_rmb in the consumer", [CONSUMER_RMB]],
	["smp_wmb after producer_pos", [PRODUCER_WMB]],
	["smp_rmb in the consumer, smp_wmb after producer_pos", [CONSUMER_RMB, PRODUCER_WMB]],
	["looking at overwrite_pos instead", [CHECK_OVERWRITE_POS]],
	["looking at overwrite_pos, smp_wmb after it is stored", [CHECK_OVERWRITE_POS, OVERWRITE_WMB]],
	["looking at overwrite_pos, smp_rmb before that", [CONSUMER_RMB_BEFORE_OVERWRITE_POS]],
	[
		"looking at overwrite_pos, smp_rmb before that, smp_wmb after it is stored",
		[CONSUMER_RMB_BEFORE_OVERWRITE_POS, OVERWRITE_WMB],
	],
]);

const labels = [...WAYS.keys()];

/** An overwriting ring of two records, copied while a second one takes the place of the first. */
const COPIED: Configuration = {
	...OVERWRITTEN,
	consumers: 1,
	consumer: "snapshot",
	records: OVERWRITTEN.records.slice(1),
	settings: new Map([["retries", "0"]]),
};

/** Whether looking at producer_pos again is enough for the first version's consumer. */
export const recheck: Question = {
	letter: "c",
	text: "The consumer of the first overwriting version: is looking at producer_pos again enough, and if not, which barriers on which side make it so?",
	trials: [...WAYS].map(([label, edits]) => ({
		label,
		configuration: { ...COPIED, edits },
		properties: [PROPERTY],
		models: ["lkmm", "armv8", "tso", "sc"],
	})),
	conclude: (findings) => {
		if (!allDecided(findings, labels, PROPERTY, "lkmm")) return UNDECIDED;
		const sound = labelsWith(findings, labels, PROPERTY, "lkmm", "never");
		const strong = labelsWith(findings, labels, PROPERTY, "sc", "never");
		const first = sound.includes(labels[0]) ? "It is enough on lkmm." : "It is not enough on lkmm.";
		return `${first} Never torn on lkmm: ${listed(sound)}. On sc, where barriers mean nothing: ${listed(strong)}.`;
	},
};

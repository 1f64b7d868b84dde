import { type Configuration, type Edit, submitted } from "../configuration.ts";
import type { Question, QuestionModel } from "./question.ts";
import { ALL_MODELS, OVERWRITTEN } from "./rings.ts";
import { labelsWith, UNDECIDED } from "./words.ts";

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

/** What is copied, and what is written into records, is marked: the kernel's model promises little about plain accesses that race. */
const MARKED: readonly Edit[] = [
	{ file: CONSUMER, from: "trace_copied(pos, *word)", to: "trace_copied(pos, READ_ONCE(*word))" },
	{
		file: "helpers.h",
		from: "rec[at / 4] = (unsigned long)(pos + BPF_RINGBUF_HDR_SZ + at);",
		to: "WRITE_ONCE(rec[at / 4], (unsigned long)(pos + BPF_RINGBUF_HDR_SZ + at));",
	},
	{
		file: "overwrite.c",
		from: "hdr->len = size | BPF_RINGBUF_BUSY_BIT;\n\thdr->pg_off = pg_off;",
		to: "WRITE_ONCE(hdr->len, size | BPF_RINGBUF_BUSY_BIT);\n\tWRITE_ONCE(hdr->pg_off, pg_off);",
	},
];

const WAYS: ReadonlyMap<string, readonly Edit[]> = new Map([
	["as it is", []],
	["smp_rmb in the consumer", [CONSUMER_RMB]],
	["smp_wmb after producer_pos", [PRODUCER_WMB]],
	["smp_rmb in the consumer, smp_wmb after producer_pos", [CONSUMER_RMB, PRODUCER_WMB]],
	["copy and records marked", MARKED],
	["copy and records marked, smp_rmb in the consumer", [...MARKED, CONSUMER_RMB]],
	["copy and records marked, smp_wmb after producer_pos", [...MARKED, PRODUCER_WMB]],
	[
		"copy and records marked, smp_rmb in the consumer, smp_wmb after producer_pos",
		[...MARKED, CONSUMER_RMB, PRODUCER_WMB],
	],
	["looking at overwrite_pos instead", [CHECK_OVERWRITE_POS]],
	["looking at overwrite_pos, smp_wmb after it is stored", [CHECK_OVERWRITE_POS, OVERWRITE_WMB]],
	["looking at overwrite_pos, smp_rmb before that", [CONSUMER_RMB_BEFORE_OVERWRITE_POS]],
	[
		"looking at overwrite_pos, smp_rmb before that, smp_wmb after it is stored",
		[CONSUMER_RMB_BEFORE_OVERWRITE_POS, OVERWRITE_WMB],
	],
	[
		"copy and records marked, looking at overwrite_pos, smp_rmb before that, smp_wmb after it is stored",
		[...MARKED, CONSUMER_RMB_BEFORE_OVERWRITE_POS, OVERWRITE_WMB],
	],
]);

const labels = [...WAYS.keys()];

/** A ring that has room for one record, copied while a second one takes the place of the first. */
const COPIED: Configuration = {
	...OVERWRITTEN,
	consumers: 1,
	consumer: "snapshot",
	records: [submitted(16), submitted(16)],
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
		models: ALL_MODELS,
	})),
	conclude: (findings) => {
		const first = findings.of(labels[0], PROPERTY, "lkmm");
		const start = {
			never: "It is enough on lkmm.",
			possible: "It is not enough on lkmm: an overwritten byte can be accepted.",
			incomplete: UNDECIDED,
		}[first];
		const onModel = (model: QuestionModel): string => {
			const open = labelsWith(findings, labels, PROPERTY, model, "incomplete");
			const rest = open.length === 0 ? "" : ` (not decided: ${open.join("; ")})`;
			const never = labelsWith(findings, labels, PROPERTY, model, "never");
			return `- on ${model}: ${never.length === labels.length ? "all of them" : never.join("; ") || "none"}${rest}`;
		};
		return [`${start} Never accepting an overwritten byte:`, "", ...ALL_MODELS.map(onModel)].join("\n");
	},
};

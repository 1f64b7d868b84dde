import { type Edit, submitted } from "../configuration.ts";
import { SCANS_OF_ONE } from "../edits.ts";
import type { Findings, Question, QuestionModel } from "./question.ts";
import { ALL_MODELS, SMALL } from "./rings.ts";
import { listed, UNDECIDED } from "./words.ts";

const PROPERTIES = ["torn-memory", "data-race"] as const;
const ACQUIRED: Edit = {
	file: "overwrite.c",
	from: `hdr_len = READ_ONCE(hdr->len);
		if (hdr_len & BPF_RINGBUF_BUSY_BIT)`,
	to: `hdr_len = smp_load_acquire(&hdr->len);
		if (hdr_len & BPF_RINGBUF_BUSY_BIT)`,
};
/** As machine code has it: whether there is a record at all hangs on what the scan has read. */
const CARRIED: Edit = {
	file: "overwrite.c",
	from: "trace_positions(over_pos, pend_pos, prod_pos, new_prod_pos);\n\n\tnote_reserved(prod_pos, new_prod_pos, size);\n\thdr = (void *)rb->data + (prod_pos & rb->mask);",
	to: "trace_positions(over_pos, pend_pos, prod_pos, new_prod_pos);\n\n\tnote_reserved(prod_pos, new_prod_pos, size);\n\thdr = (void *)rb->data + ((prod_pos + 0 * pend_pos) & rb->mask);",
};
const WAYS: ReadonlyMap<string, readonly Edit[]> = new Map([
	["READ_ONCE", []],
	["acquire", [ACQUIRED]],
	["READ_ONCE, the new record's address depending on it", [CARRIED]],
]);
const labels = [...WAYS.keys()];

/** Whether the scan of pending records must acquire where records are overwritten. */
export const pendingScan: Question = {
	letter: "e",
	text: "May the pending scan use READ_ONCE, or must it acquire, once consumer_pos no longer separates the old owner of the space from the new one?",
	trials: [...WAYS].map(([label, changes]) => ({
		label,
		configuration: {
			...SMALL,
			variant: "overwrite",
			producers: 2,
			records: [submitted(16)],
			edits: [...SCANS_OF_ONE, ...changes],
		},
		properties: PROPERTIES,
		models: ALL_MODELS,
	})),
	conclude: (findings) => {
		const [once, acquire] = labels.map((label) => happening(findings, label, "lkmm"));
		const line = (label: string): string =>
			`- ${label}: ${ALL_MODELS.map((model) => `${listed(happening(findings, label, model), "neither")} on ${model}`).join("; ")}`;
		const isOpen = labels
			.slice(0, 2)
			.some((label) => PROPERTIES.some((name) => findings.of(label, name, "lkmm") === "incomplete"));
		const start = isOpen
			? UNDECIDED
			: once.length === 0
				? "READ_ONCE is enough on lkmm: the old owner's stores are never found over the new owner's, and do not race with them."
				: acquire.length === 0
					? "READ_ONCE alone is not enough on lkmm, and an acquire is."
					: "On lkmm not even an acquire is enough.";
		return [
			`${start} What was seen of ${listed(PROPERTIES)}:`,
			"",
			...labels.map(line),
			"",
			"A branch counts as ordering the stores in its arms, and not those that follow where the arms meet, as a reservation's payload does where it has returned. Machine code may carry the dependency that far; the last row has it as a dependency of the address, which always counts.",
		].join("\n");
	},
};

/** The properties that were seen to happen. */
function happening(findings: Findings, label: string, model: QuestionModel): string[] {
	return PROPERTIES.filter((name) => findings.of(label, name, model) === "possible");
}

import type { Edit } from "../configuration.ts";
import { askedInOrder, readOverwritePos } from "./avail-orders.ts";
import type { Question } from "./question.ts";
import { ALL_MODELS } from "./rings.ts";
import { UNDECIDED } from "./words.ts";

const PROPERTY = "overwrite-pos-behind";
const READ_AFTER = readOverwritePos("READ_ONCE(rb->overwrite_pos)", false);
const READ_RELAXED: Edit = {
	...READ_AFTER,
	to: READ_AFTER.to.replace("smp_load_acquire(&rb->producer_pos)", "READ_ONCE(rb->producer_pos)"),
};
/** The producer stores producer_pos without release. */
const STORED_ONCE: Edit = {
	file: "overwrite.c",
	from: "smp_store_release(&rb->producer_pos, new_prod_pos)",
	to: "WRITE_ONCE(rb->producer_pos, new_prod_pos)",
};
const WAYS: readonly (readonly [label: string, edits: readonly Edit[]])[] = [
	["producer_pos released and read by acquire, then overwrite_pos by READ_ONCE", [READ_AFTER]],
	["producer_pos released and read by READ_ONCE, then overwrite_pos by READ_ONCE", [READ_RELAXED]],
	[
		"producer_pos by WRITE_ONCE and read by acquire, then overwrite_pos by READ_ONCE",
		[READ_AFTER, STORED_ONCE],
	],
];
const labels = WAYS.map(([label]) => label);

/** Whether who sees producer_pos sees the overwrite_pos that was stored before it. */
export const producerThenOverwrite: Question = {
	letter: "i",
	text: 'Does "producer_pos seen, then overwrite_pos seen" hold as the comment claims?',
	trials: WAYS.map(([label, edits]) => ({
		label,
		configuration: askedInOrder(edits),
		properties: [PROPERTY],
		models: ALL_MODELS,
	})),
	conclude: (findings) => {
		const [claimed, relaxed, unreleased] = labels.map((label) => findings.of(label, PROPERTY, "lkmm"));
		if (claimed === "incomplete") return UNDECIDED;
		const start =
			claimed === "never"
				? "Yes on lkmm, where producer_pos is released and read by an acquire."
				: "No: on lkmm even an acquire of the released producer_pos can miss the overwrite_pos.";
		const is = { never: "not needed", possible: "needed", incomplete: "not decided" };
		return `${start} Is the acquire needed for it? ${is[relaxed]}. Is the release? ${is[unreleased]}.`;
	},
};

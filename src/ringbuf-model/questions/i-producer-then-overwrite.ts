import type { Edit } from "../configuration.ts";
import { AVAIL_ORDERS, askedInOrder } from "./avail-orders.ts";
import type { Question } from "./question.ts";
import { ALL_MODELS } from "./rings.ts";
import { allDecided, UNDECIDED } from "./words.ts";

const PROPERTY = "overwrite-pos-behind";
const READ_AFTER = AVAIL_ORDERS.get("READ_ONCE, after producer_pos");
const RELAXED: Edit | undefined = READ_AFTER && {
	...READ_AFTER,
	to: READ_AFTER.to.replace("smp_load_acquire(&rb->producer_pos)", "READ_ONCE(rb->producer_pos)"),
};
const WAYS = [
	["producer_pos by acquire, then overwrite_pos", READ_AFTER],
	["producer_pos by READ_ONCE, then overwrite_pos", RELAXED],
] as const;
const labels = WAYS.map(([label]) => label);

/** Whether who sees producer_pos sees the overwrite_pos that was stored before it. */
export const producerThenOverwrite: Question = {
	letter: "i",
	text: 'Does "producer_pos seen, then overwrite_pos seen" hold as the comment claims?',
	trials: WAYS.flatMap(([label, edit]) =>
		edit === undefined
			? []
			: [{ label, configuration: askedInOrder(edit), properties: [PROPERTY], models: ALL_MODELS }],
	),
	conclude: (findings) => {
		if (!allDecided(findings, labels, PROPERTY, "lkmm")) return UNDECIDED;
		const [acquire, once] = labels.map((label) => findings.of(label, PROPERTY, "lkmm"));
		if (acquire === "possible")
			return "No: on lkmm even an acquire of producer_pos can miss the overwrite_pos.";
		return once === "never"
			? "Yes, on lkmm even where producer_pos is read by READ_ONCE."
			: "Yes on lkmm, as long as producer_pos is read by an acquire; after a READ_ONCE it does not hold.";
	},
};

import { AVAIL_ORDERS, askedInOrder } from "./avail-orders.ts";
import type { Question } from "./question.ts";
import { allDecided, labelsWith, listed, UNDECIDED } from "./words.ts";

const labels = [...AVAIL_ORDERS.keys()];

/** Whether an order of reads makes the bound by min() unnecessary. */
export const boundByMin: Question = {
	letter: "b",
	text: "Which order makes the min() unnecessary, and does either bound the available size by the ring's?",
	trials: [...AVAIL_ORDERS].map(([label, edit]) => ({
		label,
		configuration: askedInOrder(edit),
		properties: ["avail-underflow", "avail-beyond-ring"],
		models: ["lkmm", "sc"],
	})),
	conclude: (findings) => {
		if (!["avail-underflow", "avail-beyond-ring"].every((name) => allDecided(findings, labels, name, "lkmm")))
			return UNDECIDED;
		const sound = labelsWith(findings, labels, "avail-underflow", "lkmm", "never");
		const bounded = labelsWith(findings, labels, "avail-beyond-ring", "lkmm", "never");
		const both = sound.filter((label) => bounded.includes(label));
		const without =
			both.length === 0
				? "No order makes the min() unnecessary"
				: `The min() is unnecessary with overwrite_pos read by ${listed(both)}`;
		return `${without}: never underflowing are ${listed(sound)}; never more than the ring are ${listed(bounded)}.`;
	},
};

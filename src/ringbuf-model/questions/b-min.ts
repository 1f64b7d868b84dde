import { AVAIL_ORDERS, askedInOrder, BOUNDED } from "./avail-orders.ts";
import type { Finding, Question } from "./question.ts";
import { labelsWith } from "./words.ts";

const labels = [...AVAIL_ORDERS.keys()];
const PROPERTIES = ["avail-underflow", "avail-beyond-ring", "torn-overwrite-pos"] as const;

/** Whether an order of reads makes the bound by min() unnecessary. */
export const boundByMin: Question = {
	letter: "b",
	text: "Which order makes the min() unnecessary, and does either bound the available size by the ring's?",
	trials: [...AVAIL_ORDERS].flatMap(([label, edit]) =>
		[false, true].map((isBounded) => ({
			label: isBounded ? `${label}, min()` : label,
			configuration: askedInOrder(isBounded ? [edit, BOUNDED] : [edit]),
			properties: PROPERTIES,
			models: ["lkmm", "sc"] as const,
		})),
	),
	conclude: (findings) => {
		const found = (among: readonly string[], property: string, finding: Finding): string =>
			labelsWith(findings, among, property, "lkmm", finding).join("; ") || "none";
		const sound = labels.filter((label) =>
			PROPERTIES.slice(0, 2).every((property) => findings.of(label, property, "lkmm") === "never"),
		);
		const bounded = labels.map((label) => `${label}, min()`);
		const open = [...labels, ...bounded].filter((label) =>
			PROPERTIES.some((property) => findings.of(label, property, "lkmm") === "incomplete"),
		);
		return [
			sound.length === 0
				? "No order was found with which the min() is unnecessary. On lkmm, without the min():"
				: `The min() is unnecessary on lkmm with: ${sound.join("; ")}. Without the min():`,
			"",
			`- never underflowing: ${found(labels, "avail-underflow", "never")};`,
			`- never more than the ring: ${found(labels, "avail-beyond-ring", "never")};`,
			`- never a pair of positions that was not there at any moment: ${found(labels, "torn-overwrite-pos", "never")}.`,
			"",
			"With it:",
			"",
			`- never underflowing: ${found(bounded, "avail-underflow", "never")};`,
			`- never more than the ring: ${found(bounded, "avail-beyond-ring", "never")};`,
			`- never such a pair: ${found(bounded, "torn-overwrite-pos", "never")}.`,
			"",
			"Where the pair was there at no moment, what the min() lets through is within the ring and may still be no size that ever was.",
			...(open.length === 0 ? [] : ["", `Not decided: ${open.join("; ")}.`]),
		].join("\n");
	},
};

import { submitted } from "../configuration.ts";
import type { Question } from "./question.ts";
import { SMALL } from "./rings.ts";
import { allDecided, labelsWith, listed, UNDECIDED } from "./words.ts";

const PROPERTY = "lost-wakeup";
const SIZES = [0, 8, 16, 24];
const labels = SIZES.map((size) => `records of ${size} bytes`);

/** Whether waking the consumer every half round loses wake-ups. */
export const halfRound: Question = {
	letter: "h",
	text: "Does the half-round wake-up ever leave a consumer asleep with data, and for which record sizes?",
	trials: SIZES.map((size, index) => ({
		label: labels[index],
		configuration: {
			...SMALL,
			variant: "overwrite-v2",
			size: 64,
			consumers: 1,
			consumer: "poll",
			records: [submitted(size), submitted(size)],
		},
		properties: [PROPERTY],
		models: ["lkmm", "sc"],
	})),
	conclude: (findings) => {
		if (!allDecided(findings, labels, PROPERTY, "sc") || !allDecided(findings, labels, PROPERTY, "lkmm"))
			return UNDECIDED;
		const lost = (model: "lkmm" | "sc"): string =>
			listed(labelsWith(findings, labels, PROPERTY, model, "possible"));
		return `In a ring of 64 bytes, a consumer can be left asleep with data: on sc for ${lost("sc")}; on lkmm for ${lost("lkmm")}.`;
	},
};

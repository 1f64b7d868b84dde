import { AVAIL_ORDERS, askedInOrder } from "./avail-orders.ts";
import type { Question, QuestionModel } from "./question.ts";
import { ALL_MODELS } from "./rings.ts";
import { allDecided, labelsWith, listed, UNDECIDED } from "./words.ts";

const PROPERTY = "avail-underflow";
const labels = [...AVAIL_ORDERS.keys()];

/** Which ways to read overwrite_pos underflow. */
export const availOrder: Question = {
	letter: "a",
	text: "The available size of an overwriting ring: READ_ONCE or acquire for overwrite_pos, read before or after producer_pos; which of the four underflow, and on which models?",
	trials: [...AVAIL_ORDERS].map(([label, edit]) => ({
		label,
		configuration: askedInOrder(edit),
		properties: [PROPERTY],
		models: ALL_MODELS,
	})),
	conclude: (findings) => {
		const sentence = (model: QuestionModel): string => {
			if (!allDecided(findings, labels, PROPERTY, model)) return `On ${model}: ${UNDECIDED}`;
			const bad = labelsWith(findings, labels, PROPERTY, model, "possible");
			return bad.length === 0
				? `On ${model} none underflows.`
				: `On ${model} these underflow: ${listed(bad)}.`;
		};
		return ALL_MODELS.map(sentence).join(" ");
	},
};

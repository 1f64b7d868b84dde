import { AVAIL_ORDERS, askedInOrder } from "./avail-orders.ts";
import type { Question, QuestionModel } from "./question.ts";
import { ALL_MODELS } from "./rings.ts";
import { labelsWith } from "./words.ts";

const PROPERTY = "avail-underflow";
const labels = [...AVAIL_ORDERS.keys()];

/** Which ways to read overwrite_pos underflow. */
export const availOrder: Question = {
	letter: "a",
	text: "The available size of an overwriting ring: READ_ONCE or acquire for overwrite_pos, read before or after producer_pos; which of the four underflow, and on which models?",
	trials: [...AVAIL_ORDERS].map(([label, edit]) => ({
		label,
		configuration: askedInOrder([edit]),
		properties: [PROPERTY],
		models: ALL_MODELS,
	})),
	conclude: (findings) => {
		const sentence = (model: QuestionModel): string => {
			const bad = labelsWith(findings, labels, PROPERTY, model, "possible");
			const open = labelsWith(findings, labels, PROPERTY, model, "incomplete");
			const rest = open.length === 0 ? "" : ` Not decided: ${open.join("; ")}.`;
			return `- On ${model} ${bad.length === 0 ? "none was seen to underflow" : `these underflow: ${bad.join("; ")}`}.${rest}`;
		};
		return ALL_MODELS.map(sentence).join("\n");
	},
};

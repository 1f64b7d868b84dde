import { type Configuration, type RecordPlan, submitted } from "../configuration.ts";
import { CONSUMER_MB } from "../edits.ts";
import type { Finding, Question, QuestionModel, Trial } from "./question.ts";
import { SMALL } from "./rings.ts";
import { labelsWith } from "./words.ts";

const PROPERTY = "lost-wakeup";
const HEADER = 8;

const unwoken = (size: number): RecordPlan => ({ size, end: "submit", wakeup: "none" });

/** Records of one producer, what the consumer may hope for, and a ring where nothing of them is overwritten. */
interface Shape {
	readonly size: number;
	readonly records: readonly RecordPlan[];
}

const ASKING: readonly Shape[] = [
	{ size: 32, records: [submitted(0), submitted(0)] },
	{ size: 32, records: [submitted(8), submitted(0)] },
	{ size: 32, records: [submitted(0), submitted(8)] },
];
const AFTER_SILENCE: readonly Shape[] = [
	{ size: 32, records: [unwoken(0), submitted(0)] },
	{ size: 32, records: [unwoken(0), submitted(0), submitted(0)] },
	{ size: 64, records: [unwoken(8), submitted(16)] },
	{ size: 32, records: [unwoken(0), submitted(8)] },
	{ size: 64, records: [unwoken(0), submitted(24)] },
	{ size: 64, records: [unwoken(0), submitted(32)] },
];

function totalOf({ size }: RecordPlan): number {
	return HEADER + 8 * Math.ceil(size / 8);
}

/** Whether a record lies where the consumer's position is half a round, or rounds, on. */
function reachesHalf({ size, records }: Shape): boolean {
	return records.reduce((sum, record) => sum + totalOf(record), 0) > size / 2;
}

function hasHalf({ size, records }: Shape): boolean {
	return records.some((record) => totalOf(record) >= size / 2);
}

function trialOf(
	{ size, records }: Shape,
	variant = "overwrite-v2",
	models: readonly QuestionModel[] = ["sc"],
): Trial {
	const sizes = records.map((record) => `${totalOf(record)}${record.wakeup === "none" ? " unwoken" : ""}`);
	const configuration: Configuration = {
		...SMALL,
		variant,
		size,
		consumers: 1,
		consumer: "poll",
		records,
		// On lkmm wake-ups are lost for another reason without a barrier of the consumer's: see g.
		edits: models.includes("lkmm") ? [CONSUMER_MB] : [],
	};
	const rule = variant === "overwrite-v2" ? "" : ", woken only at its own position";
	return {
		label: `${sizes.join(", ")} bytes of ${size}${rule}`,
		configuration,
		properties: [PROPERTY],
		models,
	};
}

const asking = ASKING.map((shape) => trialOf(shape, "overwrite-v2", ["lkmm", "sc"]));
const before = AFTER_SILENCE.filter((shape) => !reachesHalf(shape)).map((shape) => trialOf(shape));
const small = AFTER_SILENCE.filter((shape) => reachesHalf(shape) && !hasHalf(shape)).map((shape) =>
	trialOf(shape),
);
const large = AFTER_SILENCE.filter((shape) => reachesHalf(shape) && hasHalf(shape)).map((shape) =>
	trialOf(shape),
);
const plain = AFTER_SILENCE.filter((shape) => reachesHalf(shape) && !hasHalf(shape)).map((shape) =>
	trialOf(shape, "overwrite"),
);

const GROUPS: readonly (readonly [heading: string, trials: readonly Trial[]])[] = [
	["where every record asks for a wake-up", asking],
	["after a record without wake-up, before half a round has passed", before],
	["after a record without wake-up, half a round on, all records below half the ring", small],
	["the same with the rule that wakes only at the consumer's own position", plain],
	["after a record without wake-up, half a round on, with a record of half the ring or more", large],
];

/** Whether waking the consumer every half round loses wake-ups. */
export const halfRound: Question = {
	letter: "h",
	text: "Does the half-round wake-up ever leave a consumer asleep with data, and for which record sizes?",
	trials: GROUPS.flatMap(([, trials]) => trials),
	conclude: (findings) => {
		const line = ([heading, trials]: (typeof GROUPS)[number], model: QuestionModel): string => {
			const labels = trials.map(({ label }) => label);
			const of = (finding: Finding): string[] => labelsWith(findings, labels, PROPERTY, model, finding);
			const [possible, never, open] = [of("possible"), of("never"), of("incomplete")];
			const parts = [
				...(possible.length === 0 ? [] : [`asleep with data is possible for ${possible.join("; ")}`]),
				...(never.length === 0 ? [] : [`never for ${never.join("; ")}`]),
				...(open.length === 0 ? [] : [`not decided for ${open.join("; ")}`]),
			];
			return `- ${heading}: ${parts.join(". ")}.`;
		};
		return [
			"Sizes are those of records with their headers. On sc, where order plays no part:",
			"",
			...GROUPS.map((group) => line(group, "sc")),
			"",
			"On lkmm, the consumer having a full barrier after its store of consumer_pos:",
			"",
			line(GROUPS[0], "lkmm"),
		].join("\n");
	},
};

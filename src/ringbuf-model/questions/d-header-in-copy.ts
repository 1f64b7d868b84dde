import type { Edit } from "../configuration.ts";
import type { Question } from "./question.ts";
import { SMALL } from "./rings.ts";
import { allDecided, UNDECIDED } from "./words.ts";

const PROPERTY = "torn-payload";
const ACQUIRED: Edit = {
	file: "overwrite-v1-consumer.c",
	from: "trace_copied(pos, *word);",
	to: "trace_copied(pos, smp_load_acquire(word));",
};
const labels = ["read plainly", "read by acquire"];

/** Whether the copy may read headers without acquire. */
export const headerInCopy: Question = {
	letter: "d",
	text: "May the header be read without acquire inside that copy?",
	trials: labels.map((label, index) => ({
		label,
		configuration: {
			...SMALL,
			variant: "overwrite",
			consumers: 1,
			consumer: "snapshot",
			settings: new Map([["retries", "0"]]),
			edits: index === 0 ? [] : [ACQUIRED],
		},
		properties: [PROPERTY],
		models: ["lkmm", "armv8", "tso", "sc"],
	})),
	conclude: (findings) => {
		if (!allDecided(findings, labels, PROPERTY, "lkmm")) return UNDECIDED;
		const [plain, acquired] = labels.map((label) => findings.of(label, PROPERTY, "lkmm"));
		if (plain === "never") return "Yes: a committed header never comes with a payload that is not its own.";
		return acquired === "never"
			? "No: a committed header can come with an old payload on lkmm; read by acquire it cannot."
			: "No, and an acquire is not enough either: on lkmm a committed header can come with an old payload in both cases.";
	},
};

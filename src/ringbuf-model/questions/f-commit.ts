import type { Edit } from "../configuration.ts";
import { COMMIT_ONCE, COMMIT_RELEASE, COMMIT_RELEASE_MB } from "../edits.ts";
import { edited, ONE_SLOT, WOKEN } from "./commits.ts";
import type { Finding, Question } from "./question.ts";
import { labelsWith } from "./words.ts";

const COMMITS: ReadonlyMap<string, readonly Edit[]> = new Map([
	["WRITE_ONCE", [COMMIT_ONCE]],
	["release", [COMMIT_RELEASE]],
	["release, then smp_mb", [COMMIT_RELEASE_MB]],
	["xchg", []],
]);
const commits = [...COMMITS.keys()];
const PURPOSES = [
	{ purpose: "payload", property: "torn-payload", configuration: ONE_SLOT },
	{ purpose: "recycling", property: "recycled", configuration: ONE_SLOT },
	{ purpose: "wake-up", property: "lost-wakeup", configuration: WOKEN },
];

/** How a header may be committed, for each thing that the commit is for. */
export const commit: Question = {
	letter: "f",
	text: "Can hdr->len be committed by WRITE_ONCE, by a release, or only by xchg, separately for payload, recycling and wake-up?",
	trials: PURPOSES.flatMap(({ purpose, property, configuration }) =>
		[...COMMITS].map(([name, edits]) => ({
			label: `${purpose}: ${name}`,
			configuration: edited(configuration, edits),
			properties: [property],
			models: ["lkmm", "armv8", "tso", "sc"] as const,
		})),
	),
	conclude: (findings) =>
		PURPOSES.map(({ purpose, property }) => {
			const labels = commits.map((name) => `${purpose}: ${name}`);
			const named = (finding: Finding): string[] =>
				labelsWith(findings, labels, property, "lkmm", finding).map((label) =>
					label.slice(purpose.length + 2),
				);
			const open = named("incomplete");
			const rest = open.length === 0 ? "" : ` Not decided: ${open.join("; ")}.`;
			return `- For ${purpose}: ${property} is never met on lkmm with ${named("never").join("; ") || "none of them"}.${rest}`;
		}).join("\n"),
};

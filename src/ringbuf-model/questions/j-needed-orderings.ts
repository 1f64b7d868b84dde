import { weakeningsOf } from "../weakenings.ts";
import {
	editedWorkload,
	kernelWorkloads,
	overwriteWorkloads,
	userWorkloads,
	type Workload,
} from "../workloads.ts";
import { orderingProperties } from "./ordering-properties.ts";
import type { Findings, Question, Trial } from "./question.ts";
import { listed } from "./words.ts";

/** The sources of each variant that have orderings, and what it is put to. */
const SUBJECTS: readonly {
	readonly variant: string;
	readonly files: readonly string[];
	readonly workloads: readonly Workload[];
}[] = [
	{
		variant: "v5.8",
		files: ["v5.8.c", "commit.h", "record.h", "libbpf-consumer.c", "avail.h"],
		workloads: kernelWorkloads("v5.8").filter(({ name }) => isAboutOrder(name)),
	},
	{
		variant: "v6.10",
		files: ["v6.10.c", "commit.h", "record.h", "libbpf-consumer.c", "avail.h"],
		workloads: kernelWorkloads("v6.10").filter(({ name }) => isAboutOrder(name)),
	},
	{
		variant: "overwrite",
		files: ["overwrite.c", "avail-overwrite.h"],
		workloads: overwriteWorkloads("overwrite"),
	},
	{
		variant: "user-v4",
		files: ["user-ringbuf-producer.c", "user-ringbuf-drain.c"],
		workloads: userWorkloads("user-v4").filter(({ name }) => isAboutOrder(name)),
	},
];

/** Whether a workload can tell a weaker ordering from a stronger one. */
function isAboutOrder(name: string): boolean {
	return ["reused space", "two producers", "wake-ups", "how much there is", "two drain"].includes(name);
}

interface Case {
	readonly variant: string;
	/** The place and what it becomes; absent where nothing is weakened. */
	readonly place?: string;
	readonly trials: readonly Trial[];
}

function casesOf({ variant, files, workloads }: (typeof SUBJECTS)[number]): Case[] {
	const trials = (label: string, of: readonly Workload[]): Trial[] =>
		of.map(({ name, configuration }) => ({
			label: `${variant}, ${label}, ${name}`,
			configuration,
			properties: orderingProperties(variant),
			models: ["lkmm"],
		}));
	return [
		{ variant, trials: trials("as it is", workloads) },
		...files.flatMap((file) =>
			weakeningsOf(file).map(({ line, from, to, edit }): Case => {
				const place = `${file}:${line} ${from.trim()} as ${to.trim()}`;
				const of = workloads.flatMap((workload) =>
					workload.configuration.edits.some((other) => other.file === file && other.from.includes(edit.from))
						? []
						: [editedWorkload(workload, [edit])],
				);
				return { variant, place, trials: trials(place, of) };
			}),
		),
	];
}

const CASES = SUBJECTS.map((subject) => casesOf(subject));

/** What can happen in some workload of a case. */
function possibleIn(findings: Findings, { trials }: Case): ReadonlySet<string> {
	return new Set(
		trials.flatMap(({ label, properties }) =>
			properties.filter((name) => findings.of(label, name, "lkmm") === "possible").map((name) => name),
		),
	);
}

function concludeVariant(findings: Findings, [base, ...weakened]: readonly Case[]): string {
	const usual = possibleIn(findings, base);
	const needed: string[] = [];
	const idle: string[] = [];
	for (const one of weakened) {
		const broken = [...possibleIn(findings, one)].filter((name) => !usual.has(name));
		if (broken.length > 0) needed.push(`${one.place} (${listed(broken)})`);
		else idle.push(String(one.place));
	}
	return [
		`Of ${base.variant}, needed on lkmm:`,
		...needed.map((line) => `- ${line}`),
		"",
		"Not needed within these bounds:",
		...(idle.length === 0 ? ["- none"] : idle.map((line) => `- ${line}`)),
	].join("\n");
}

/** Which orderings of each variant are needed at all, each weakened alone. */
export const neededOrderings: Question = {
	letter: "j",
	text: "Which of all orderings in each variant are needed at all (each weakened alone), and which pairs with which?",
	trials: CASES.flatMap((cases) => cases.flatMap(({ trials }) => trials)),
	pairsOf: CASES.flatMap(([base]) => base.trials),
	conclude: (findings) => CASES.map((cases) => concludeVariant(findings, cases)).join("\n\n"),
};

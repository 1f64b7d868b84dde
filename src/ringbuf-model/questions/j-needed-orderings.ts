import { submitted } from "../configuration.ts";
import { SCANS_OF_ONE } from "../edits.ts";
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
import { SMALL } from "./rings.ts";
import { listed } from "./words.ts";

/** What a variant is put to, and those of its sources with orderings that are not looked at with another one. */
interface Subject {
	readonly variant: string;
	readonly files: readonly string[];
	readonly workloads: readonly Workload[];
}

/** Workloads that can tell a weaker ordering from a stronger one. */
const ABOUT_ORDER = ["reused space", "two producers", "wake-ups", "how much there is", "two drain"];
const aboutOrder = (workloads: readonly Workload[]): readonly Workload[] =>
	workloads.filter(({ name }) => ABOUT_ORDER.includes(name));

/** One overwrites its own records, and one another's, where each has one. */
function overwriting(variant: string): readonly Workload[] {
	return [
		...overwriteWorkloads(variant).filter(({ name }) => name === "overwritten by one"),
		{
			name: "overwritten by another",
			configuration: { ...SMALL, variant, producers: 2, records: [submitted(16)], edits: SCANS_OF_ONE },
		},
	];
}

/** Sources that matter in some workloads only: in the others nobody calls them, or reads what they write. */
const ONLY_IN: ReadonlyMap<string, readonly string[]> = new Map([
	["avail.h", ["wake-ups", "how much there is"]],
	["avail-overwrite.h", ["overwritten by one"]],
	["record.h", ["wake-ups"]],
]);

const SUBJECTS: readonly Subject[] = [
	{
		variant: "v6.10",
		files: ["v6.10.c", "commit.h", "record.h", "libbpf-consumer.c", "avail.h"],
		workloads: aboutOrder(kernelWorkloads("v6.10")),
	},
	...["v5.8"].map((variant) => ({
		variant,
		files: [`${variant}.c`],
		workloads: aboutOrder(kernelWorkloads(variant)),
	})),
	{
		variant: "overwrite",
		files: ["overwrite.c", "avail-overwrite.h"],
		workloads: overwriting("overwrite"),
	},
	{
		variant: "user-v4",
		files: ["user-ringbuf-producer.c", "user-ringbuf-drain.c"],
		workloads: aboutOrder(userWorkloads("user-v4")),
	},
];

interface Case {
	readonly variant: string;
	/** The place and what it becomes; absent where nothing is weakened. */
	readonly place?: string;
	readonly trials: readonly Trial[];
}

function casesOf({ variant, files, workloads }: Subject): Case[] {
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
				const place = `${file}:${line} \`${code(from)}\` as \`${code(to)}\``;
				const of = workloads.flatMap((workload) =>
					ONLY_IN.get(file)?.includes(workload.name) === false ||
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

/** What was found about the properties of a case: where it happens, by workload, and whether all else is known. */
function seenIn(findings: Findings, { trials }: Case) {
	const possible = new Map<string, string[]>();
	let isDecided = true;
	for (const { label, properties } of trials)
		for (const name of properties) {
			const finding = findings.of(label, name, "lkmm");
			if (finding === "incomplete") isDecided = false;
			if (finding !== "possible") continue;
			const workload = label.slice(label.lastIndexOf(", ") + 2);
			possible.set(name, [...(possible.get(name) ?? []), workload]);
		}
	return { possible, isDecided };
}

function concludeVariant(findings: Findings, [base, ...weakened]: readonly Case[]): string {
	const usual = seenIn(findings, base);
	const groups = { needed: [] as string[], idle: [] as string[], open: [] as string[] };
	for (const one of weakened) {
		const { possible, isDecided } = seenIn(findings, one);
		const broken = [...possible].flatMap(([name, workloads]) => {
			const more = workloads.filter((workload) => usual.possible.get(name)?.includes(workload) !== true);
			return more.length === 0 ? [] : [[name, more] as const];
		});
		const effects = broken.map(([name, workloads]) => `${name} (${workloads.join("; ")})`);
		if (broken.length > 0) groups.needed.push(`${one.place}: then ${effects.join(", ")}`);
		else (isDecided ? groups.idle : groups.open).push(String(one.place));
	}
	const list = (heading: string, lines: readonly string[]): string[] =>
		lines.length === 0 ? [] : [heading, "", ...lines.map((line) => `- ${line}`), ""];
	const happens = [...usual.possible].map(([name, workloads]) => `${name} (${workloads.join("; ")})`);
	const unneeded =
		happens.length === 0
			? "Not needed on lkmm within these bounds:"
			: "Weakened alone, nothing happens on lkmm within these bounds that does not happen anyway:";
	return [
		`### ${base.variant}`,
		"",
		happens.length === 0 && usual.isDecided
			? "As it is, nothing of what is looked for happens."
			: `As it is, possible: ${listed(happens)}.${usual.isDecided ? "" : " Not everything was seen."}`,
		"",
		...list("Needed on lkmm, weakened alone:", groups.needed),
		...list(unneeded, groups.idle),
		...list("Not decided: nothing was met, but a search did not end:", groups.open),
	]
		.join("\n")
		.trimEnd();
}

function code(text: string): string {
	return text.trim().replaceAll(/\s+/g, " ");
}

/** Which orderings of each variant are needed at all, each weakened alone. */
export const neededOrderings: Question = {
	letter: "j",
	text: "Which of all orderings in each variant are needed at all (each weakened alone), and which pairs with which?",
	isSummary: true,
	trials: CASES.flatMap((cases) => cases.flatMap(({ trials }) => trials)),
	pairsOf: CASES.flatMap(([base]) => base.trials),
	conclude: (findings) => CASES.map((cases) => concludeVariant(findings, cases)).join("\n\n"),
};

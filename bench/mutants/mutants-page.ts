import type { Mutant } from "../../src/ringbuf-model/mutants.ts";
import { mutantEntry } from "./mutant-entry.ts";
import type { Fate } from "./run-mutant.ts";

/** Mutants of a variant with what came of each, and the names of the workloads that it was put to. */
export interface MutantsOf {
	readonly variant: string;
	readonly workloads: readonly { readonly name: string; readonly usual: readonly string[] }[];
	readonly fates: readonly (readonly [Mutant, Fate])[];
}

const HEADING = `# Mutants of the ring buffer's sources

A check that passes whatever is written proves nothing. So the sources of the model are changed, one token or so at a
time, and each mutant is put to small workloads on the kernel's model. It is *caught* where something becomes
possible that is not without the change. It is *harmless* where nothing can come of it, for a reason that is given;
a reason does not excuse a mutant that is caught. Where a search did not end within its time, and nothing was met,
the mutant is *undecided*.

Made by \`npm run mutants\`.
`;

/** docs/mutants.md: a summary, and a section for each mutant. */
export function mutantsPage(variants: readonly MutantsOf[]): string {
	const all = variants.flatMap(({ fates }) => fates.map(([, { kind }]) => kind));
	const count = (kind: Fate["kind"]): number => all.filter((one) => one === kind).length;
	const summary = `${all.length} mutants: ${count("caught")} caught, ${count("survived")} harmless, ${count("undecided")} undecided.\n`;
	return [HEADING, summary, ...variants.map(section)].join("\n");
}

function section({ variant, workloads, fates }: MutantsOf): string {
	const items = workloads.map(({ name, usual }) => {
		const anyway = usual.length === 0 ? "" : `; possible anyway, and so not counted: ${usual.join(", ")}`;
		return `- ${name}${anyway}`;
	});
	return [
		`## ${variant}`,
		"",
		"Workloads, in this order:",
		"",
		...items,
		"",
		...fates.map(([mutant, fate]) => mutantEntry(mutant, fate)),
	].join("\n");
}

import { writeFileSync } from "node:fs";
import { MUTANTS } from "../src/ringbuf-model/mutants.ts";
import { shippedModel } from "../test/oracle/shipped-model.ts";
import { problemOf } from "./mutants/mutant-entry.ts";
import { type MutantsOf, mutantsPage } from "./mutants/mutants-page.ts";
import { runMutant } from "./mutants/run-mutant.ts";
import { subjectOf } from "./mutants/subject.ts";

/** For each mutant's search, and for each without a mutant. */
const BOUNDS = { timeout: 20, enough: 5 };
const USUAL_TIMEOUT = 120;

/**
 * Puts every mutant to its workloads and writes docs/mutants.md. Exits with 1 if a mutant lives without an
 * argument, or is caught in spite of one.
 */
function main(): void {
	// The bundle lies one folder below the project's.
	const root = new URL("../../", import.meta.url);
	const model = shippedModel("lkmm", root);
	const problems: string[] = [];
	const variants = [...new Set(MUTANTS.map(({ variant }) => variant))].map((variant): MutantsOf => {
		const subject = subjectOf(variant, model, USUAL_TIMEOUT);
		const fates = MUTANTS.filter((one) => one.variant === variant).map((mutant) => {
			const fate = runMutant(mutant, subject, model, BOUNDS);
			const problem = problemOf(mutant, fate);
			const title = `${mutant.edit.file}, ${mutant.name}`;
			process.stdout.write(`${title}: ${fate.kind}\n`);
			if (problem !== undefined) problems.push(`${title}: ${problem}\n`);
			return [mutant, fate] as const;
		});
		const workloads = subject.workloads.map((workload) => ({
			name: workload.name,
			usual: subject.usualIn(workload),
		}));
		return { variant, workloads, fates };
	});
	writeFileSync(new URL("docs/mutants.md", root), mutantsPage(variants));
	process.stderr.write(problems.join(""));
	if (problems.length > 0) process.exitCode = 1;
}

main();

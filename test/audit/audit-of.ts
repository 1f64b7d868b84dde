import { readFileSync } from "node:fs";
import { type Audit, audit } from "../../src/audit/audit.ts";
import type { Choice } from "../../src/audit/choice.ts";
import { machineOf } from "../../src/audit/costs.ts";
import type { Site } from "../../src/audit/site.ts";
import type { Run } from "../../src/audit/trial.ts";
import { check } from "../../src/checker/check.ts";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { siteText } from "../../src/report/audit/audit-words.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

/**
 * A test's text as a program.
 * @throws Error if it does not load
 */
export function programOf(text: string): Program {
	const loaded = loadProgram({ path: "test.litmus", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	return loaded.value;
}

/** Searches to the end, on a shipped model. */
export function runOn(model: string): Run {
	const cat = shippedModel(model);
	return async (program, _, stopAtFirst) =>
		check(program, cat, { unroll: 4, stopWhenDecided: true, stopAtFirst });
}

/** An audit of a test's text. */
export function auditOf(text: string, model = "lkmm"): Promise<Audit> {
	const program = programOf(text);
	return audit([{ name: program.name, program }], {
		run: runOn(model),
		now: () => 0,
		machine: machineOf(model),
		mayGoOn: () => true,
		first: false,
		dependencies: true,
		repairs: true,
	});
}

/** A test of the suite, by its path below `litmus/`. */
export function suiteText(path: string): string {
	return readFileSync(new URL(`../../litmus/${path}.litmus`, import.meta.url), "utf8");
}

/** Rows as `smp_wmb() as nothing: needed condition`. */
export function rowsOf({ rows, sites, outcomes }: Audit): string[] {
	return rows.map(({ site, alternative, finding }) => {
		const verdict =
			finding.kind === "broken"
				? `needed ${finding.happenings.map(({ subject, outcome }) => outcomes[subject][outcome].kind).join(" ")}`
				: finding.kind;
		return `${siteText(sites[site])} as ${alternative.name}: ${verdict}`;
	});
}

/** The steps of choices: `smp_wmb() as nothing & xchg(x, 1) as xchg_release`. */
export function choicesOf(choices: readonly Choice[], sites: readonly Site[]): string[] {
	return choices.map(({ steps }) =>
		steps.map(({ site, alternative }) => `${siteText(sites[site])} as ${alternative.name}`).join(" & "),
	);
}

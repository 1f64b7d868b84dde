import { expect, test } from "vitest";
import { changeProgram } from "../../src/audit/change-program.ts";
import { editedText } from "../../src/audit/edited-text.ts";
import { gapsOf } from "../../src/audit/gaps.ts";
import { sitesOf } from "../../src/audit/sites-of.ts";
import { check } from "../../src/checker/check.ts";
import type { Program } from "../../src/execution/program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { programOf, suiteText } from "./audit-of.ts";

const lkmm = shippedModel("lkmm");

function findings(program: Program) {
	const { positive, negative, states, flags } = check(program, lkmm, { unroll: 4 });
	return { positive, negative, states, flags };
}

const PATHS = [
	"lkmm/message-passing/MP+rel+acq",
	"lkmm/message-passing/MP+wmb+rmb",
	"lkmm/store-buffering/SB+store-mb+store-mb",
	"lkmm/data-races/MP+plain-rel+acq-if",
	"lkmm/atomics/MP+rel+relaxed-rmw+acq",
	"bpf-rb/commit/bpf-rb-commit-xchg-payload",
];

test.each(PATHS)("%s is the same changed in memory and in its text", (path) => {
	const text = suiteText(path);
	const program = programOf(text);
	const sites = sitesOf([program]);
	let compared = 0;
	for (const [site, { weaker, stronger }] of sites.entries())
		for (const { to, edits } of [...weaker, ...stronger]) {
			if (edits === undefined) continue;
			const changed = changeProgram(program, 0, sites, new Map([[site, to]]));
			if (changed === undefined) throw new Error("only dependencies may not be cut");
			expect(findings(changed), `${site} ${to}`).toEqual(findings(programOf(editedText(text, edits))));
			compared++;
		}
	expect(compared).toBeGreaterThan(2);
}, 60_000);

test.each(PATHS)("%s with one more fence is the same made in memory and in its text", (path) => {
	const text = suiteText(path);
	const { program, sites } = gapsOf(programOf(text), 0);
	expect(findings(program)).toEqual(findings(programOf(text)));
	for (const [site, { stronger }] of sites.entries()) {
		const alternative = stronger.find(({ to }) => to === "mb");
		const changed = changeProgram(program, 0, sites, new Map([[site, "mb"]]));
		if (alternative?.edits === undefined || changed === undefined) throw new Error("a fence can be added");
		expect(findings(changed), String(site)).toEqual(findings(programOf(editedText(text, alternative.edits))));
	}
}, 60_000);

test("what is taken out leaves a text that can be read", () => {
	const text = [
		"C t",
		"{ }",
		"P0(int *x, int *y) {",
		"	WRITE_ONCE(*x, 1);",
		"	smp_wmb();",
		"	if (READ_ONCE(*y))",
		"		smp_mb();",
		"	WRITE_ONCE(*y, 1); smp_rmb(); WRITE_ONCE(*x, 2);",
		"}",
		"exists (x=1)",
	].join("\n");
	const edits = sitesOf([programOf(text)])
		.filter(({ kind }) => kind === "fence")
		.flatMap(({ weaker }) => weaker.find(({ to }) => to === "none")?.edits ?? []);
	const edited = editedText(text, edits);
	expect(edited.split("\n").slice(3, 7)).toEqual([
		"	WRITE_ONCE(*x, 1);",
		"	if (READ_ONCE(*y))",
		"		;",
		"	WRITE_ONCE(*y, 1); ; WRITE_ONCE(*x, 2);",
	]);
	expect(programOf(edited).threads).toHaveLength(1);
});

test("what one operator reads and writes is offered no form that C has not", () => {
	const text = [
		"C t",
		"{ }",
		"P0(int *x, int *y) {",
		"	*x += 1;",
		"	(*y)++;",
		"	--*x;",
		"	int r = *x + *y;",
		"}",
		"exists (x=1)",
	].join("\n");
	const offered = sitesOf([programOf(text)]).flatMap(({ spans: [span], stronger }) =>
		stronger.map(({ to, edits = [] }) => {
			expect(programOf(editedText(text, edits)).threads).toHaveLength(1);
			return `${text.slice(0, span.start).split("\n").length}: ${to}`;
		}),
	);
	expect(offered).toEqual(["7: once", "7: acquire", "7: once", "7: acquire"]);
});

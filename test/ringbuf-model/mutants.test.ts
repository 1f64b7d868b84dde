import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { changedLines } from "../../bench/mutants/changed-lines.ts";
import { mutantChange, mutantEntry, problemOf } from "../../bench/mutants/mutant-entry.ts";
import { type Fate, runMutant } from "../../bench/mutants/run-mutant.ts";
import { type Subject, subjectOf } from "../../bench/mutants/subject.ts";
import { applyEdits } from "../../src/ringbuf-model/apply-edits.ts";
import { MUTANTS } from "../../src/ringbuf-model/mutants.ts";
import { SOURCES } from "../../src/ringbuf-model/sources.ts";
import { editedWorkload } from "../../src/ringbuf-model/workloads.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

const page = readFileSync(new URL("../../docs/mutants.md", import.meta.url), "utf8");
const model = shippedModel("lkmm");
const title = ({ edit, name }: (typeof MUTANTS)[number]): string => `${edit.file}, ${name}`;

test("there are sixty mutants at least, each with a name of its own", () => {
	expect(MUTANTS.length).toBeGreaterThanOrEqual(60);
	expect(new Set(MUTANTS.map(title)).size).toBe(MUTANTS.length);
});

test("each changes exactly one place, also in a workload that has changed something itself", () => {
	for (const mutant of MUTANTS) {
		const { before, after } = changedLines(mutant.edit);
		expect(before).not.toEqual(after);
		for (const workload of subjectOf(mutant.variant, model, 0).workloads)
			expect(() =>
				applyEdits(SOURCES, editedWorkload(workload, [mutant.edit]).configuration.edits),
			).not.toThrow();
	}
});

test("docs/mutants.md has every mutant as it is, in order, and no other", () => {
	const headings = [...page.matchAll(/^### .*$/gm)].map(([heading]) => heading);
	expect(headings).toEqual(MUTANTS.map((mutant) => mutantChange(mutant).split("\n", 1)[0]));
	expect(MUTANTS.filter((mutant) => !page.includes(mutantChange(mutant)))).toEqual([]);
});

test("docs/mutants.md leaves no mutant without a reason, and most of them decided", () => {
	const outcomes = MUTANTS.map((mutant) => {
		const [outcome] = page.split(mutantChange(mutant))[1]?.split("\n") ?? [];
		return { outcome, isHarmless: mutant.harmless !== undefined, reason: mutant.harmless ?? "" };
	});
	for (const { outcome, isHarmless, reason } of outcomes) {
		expect(outcome).toMatch(isHarmless ? /^(Harmless|Undecided): / : /^(Caught|Undecided): /);
		expect(outcome).toContain(reason);
	}
	expect(outcomes.filter(({ outcome }) => !outcome.startsWith("Undecided")).length).toBeGreaterThanOrEqual(
		40,
	);
});

/** Those that are noticed soon. */
const SAMPLE = [
	["v6.10.c", "consumer_pos not respected"],
	["v6.10.c", "header not BUSY"],
	["v6.10.c", "header says nothing of the ring"],
	["v6.10.c", "payload begins at the header"],
	["commit.h", "BUSY stays"],
	["commit.h", "commit by WRITE_ONCE"],
	["libbpf-consumer.c", "consumer_pos without release"],
	["overwrite.c", "overwrites by words"],
	["overwrite.c", "overwrites too little"],
	["user-ringbuf-drain.c", "BUSY not tested"],
];
const subjects = new Map<string, Subject>();

test.each(SAMPLE)("%s, %s: comes out as docs/mutants.md says", (file, name) => {
	const mutant = MUTANTS.find((one) => one.edit.file === file && one.name === name);
	if (mutant === undefined) throw new Error("there is no such mutant");
	const subject = subjects.get(mutant.variant) ?? subjectOf(mutant.variant, model, Number.POSITIVE_INFINITY);
	subjects.set(mutant.variant, subject);
	const unbounded = { timeout: Number.POSITIVE_INFINITY, enough: Number.POSITIVE_INFINITY };
	const fate = runMutant(mutant, subject, model, unbounded);
	expect(problemOf(mutant, fate)).toBeUndefined();
	// How many executions were looked at until they broke off is the search's own affair.
	const withoutCount = (text: string): string => text.replace(/ \([^)]*\)\.$/m, "");
	const [, rest = ""] = page.split(mutantChange(mutant));
	expect(withoutCount(rest.split("\n", 1)[0])).toBe(
		withoutCount(mutantEntry(mutant, fate).slice(mutantChange(mutant).length).trimEnd()),
	);
});

test("a reason does not save a mutant that is caught, and none is not enough for one that lives", () => {
	const [mutant] = MUTANTS;
	const caught: Fate = { kind: "caught", workload: "w", properties: ["order"], executions: 1 };
	const survived: Fate = { kind: "survived", executions: 1 };
	expect(problemOf({ ...mutant, harmless: "none sees it" }, caught)).toContain("order is possible");
	expect(problemOf(mutant, survived)).toBe("nothing notices it, and nothing says why");
	expect(problemOf({ ...mutant, harmless: "none sees it" }, survived)).toBeUndefined();
	expect(problemOf(mutant, caught)).toBeUndefined();
	expect(problemOf(mutant, { kind: "undecided", workloads: ["w"] })).toBeUndefined();
});

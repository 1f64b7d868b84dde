import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Stuck } from "../../src/execution/stuck.ts";
import { brokenAxioms } from "../../src/explain/broken-axioms.ts";
import { load } from "../litmus/load.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { writeTest } from "../suite/write-test.ts";

const lkmm = shippedModel("lkmm");

/** Who waits for what: `P0 lock l held by P1`. */
function told(threads: readonly string[]): string[] | undefined {
	const program = load(writeTest("t", threads, "true"));
	const stuck = check(program, lkmm, { unroll: 2 }).stuck;
	if (stuck === undefined) return undefined;
	const { execution, waits }: Stuck = stuck;
	expect(brokenAxioms(execution, lkmm)).toEqual([]);
	const { file } = program;
	return waits.map(({ thread, cell, what, heldBy, lastRead, span }) => {
		const holder = heldBy === undefined ? "" : ` held by P${execution.events[heldBy].thread}`;
		const read = lastRead === undefined ? "" : ` which was ${execution.values[lastRead]}`;
		const at = span === undefined ? "" : ` at ${file.text.slice(span.start, span.end)}`;
		return `P${thread} ${what} ${program.cells[cell].name}${holder}${read}${at}`;
	});
}

test("a lock that its own thread has", () => {
	expect(told(["spin_lock(l); spin_lock(l);"])).toEqual(["P0 lock l held by P0 at spin_lock(l)"]);
});

test("a lock that nobody gives back", () => {
	expect(told(["spin_lock(l); Wx1;", "spin_lock(l); Wx2;"])).toEqual([
		"P1 lock l held by P0 at spin_lock(l)",
	]);
});

test("locks that threads take crosswise after each has its first", () => {
	expect(
		told([
			"spin_lock(l); Wx1; while (Ry == 0) ; spin_lock(m); spin_unlock(m); spin_unlock(l);",
			"spin_lock(m); Wy1; while (Rx == 0) ; spin_lock(l); spin_unlock(l); spin_unlock(m);",
		]),
	).toEqual(["P0 lock m held by P1 at spin_lock(m)", "P1 lock l held by P0 at spin_lock(l)"]);
});

test("a value that nobody writes", () => {
	expect(told(["while (Rx == 0) ;"])).toEqual(["P0 value x which was 0 at READ_ONCE(*x)"]);
});

test("one execution that completes is enough", () => {
	const crossing = ["spin_lock(l); spin_lock(m); spin_unlock(m); spin_unlock(l);"];
	crossing.push("spin_lock(m); spin_lock(l); spin_unlock(l); spin_unlock(m);");
	expect(told(crossing)).toBeUndefined();
});

test("a hang that a program asks about says what it waits for", () => {
	const program = load(writeTest("t", ["spin_lock(l); spin_lock(l);", "Wx1;"], "true"));
	const verdict = check({ ...program, properties: [{ kind: "hang", name: "hang" }] }, lkmm, { unroll: 2 });
	expect(verdict.properties[0].waits).toMatchObject([{ thread: 0, what: "lock" }]);
});

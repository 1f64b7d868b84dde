import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { outlineThread } from "../../src/checker/outline-thread.ts";
import type { Outcome } from "../../src/checker/thread-node.ts";
import { type RunResult, ThreadRun } from "../../src/checker/thread-run.ts";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

// Read-modify-writes as they are without the variant lkmmv2.

const model = shippedModel("lkmm");

function load(text: string): Program {
	const loaded = loadProgram({ path: "<fenced>", text }, { variants: [] });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	return loaded.value;
}

function program(body: string): Program {
	return load(`C t {} P0(int *x, int *y, int **p) { int r0; int r1; ${body} } exists (0:r0=0)`);
}

function run(body: string, outcomes: readonly Outcome[]): RunResult {
	const made = program(body);
	let result = new ThreadRun(made, 0, 2, undefined).run(undefined);
	for (const outcome of outcomes) result = new ThreadRun(made, 0, 2, result).run(outcome);
	return result;
}

/** The events of a run with their tags. */
function events({ events: made }: RunResult): string {
	return made.map(({ kind, tags }) => `${kind}[${tags.join()}]`).join(" ");
}

describe("a run", () => {
	test("of an update that always writes has fences around it", () => {
		const made = run("r0 = __xchg{MB}(x, 1);", []);
		expect(made.stop.kind).toBe("done");
		expect(events(made)).toBe("F[MB] R[ONCE,RMW] W[ONCE,RMW] F[MB]");
		expect(made.rmw).toEqual([[1, 2]]);
	});

	test("stops before a conditional one, and has fences only where that succeeds", () => {
		const body = "r0 = __cmpxchg{MB}(x, 0, 1); WRITE_ONCE(*y, r0);";
		expect(run(body, []).stop.kind).toBe("update");
		expect(run(body, []).events).toEqual([]);
		const [done, failed] = [run(body, [true]), run(body, [false])];
		expect(events(done)).toBe("F[MB] R[ONCE,RMW] W[ONCE,RMW] F[MB] W[ONCE]");
		expect([done.rmw, done.data, done.ctrl]).toEqual([[[1, 2]], [[1, 4]], []]);
		expect(events(failed)).toBe("R[ONCE] W[ONCE]");
		expect([failed.rmw, failed.data, failed.ctrl]).toEqual([[], [[0, 1]], []]);
	});

	test("keeps an address that was assumed until the update's outcome is there", () => {
		const body = "r1 = READ_ONCE(*p); r0 = __cmpxchg{acquire}(r1, 0, 1);";
		const object = program(body).objects.findIndex(({ name }) => name === "y");
		const made = run(body, [{ object, offset: 0 }, true]);
		expect(events(made)).toBe("R[ONCE] R[Acquire,RMW] W[Once,RMW]");
		expect([made.stop.kind, made.addr]).toEqual([
			"done",
			[
				[0, 1],
				[0, 2],
			],
		]);
		expect(events(run(body, [{ object, offset: 0 }, false]))).toBe("R[ONCE] R[Once]");
	});

	test("has two ways in an outline", () => {
		const paths = outlineThread(program("r0 = __cmpxchg{MB}(x, 0, 1);"), 0, 2);
		expect(paths.map(({ choices, events: made }) => [choices.join(), made.length])).toEqual([
			["__cmpxchg{MB}(x, 0, 1): succeeds", 4],
			["__cmpxchg{MB}(x, 0, 1): fails", 1],
		]);
	});
});

/** Store buffering with an update between, which succeeds or fails: positive, negative and states. */
function storeBuffering(update: string): string {
	const text = `C SB { z = 0; a = 0; }
		P0(int *x, int *y, int *z) { int r0; int r1; WRITE_ONCE(*x, 1); r1 = ${update}; r0 = READ_ONCE(*y); }
		P1(int *x, int *y) { int r0; WRITE_ONCE(*y, 1); smp_mb(); r0 = READ_ONCE(*x); }
		exists (0:r0=0 /\\ 1:r0=0)`;
	const { positive, negative, kind } = check(load(text), model, { unroll: 2 });
	return `${kind} ${positive} ${negative}`;
}

test("an update is a barrier if it succeeds, and orders nothing if it fails", () => {
	expect(storeBuffering("__xchg{MB}(z, 1)")).toBe("violated 0 3");
	expect(storeBuffering("__cmpxchg{MB}(z, 0, 1)")).toBe("violated 0 3");
	expect(storeBuffering("__cmpxchg{MB}(z, 1, 1)")).toBe("holds 1 3");
	expect(storeBuffering("__cmpxchg{once}(z, 0, 1)")).toBe("holds 1 3");
	expect(storeBuffering("__atomic_add_unless(z, 1, 5)")).toBe("violated 0 3");
	expect(storeBuffering("__atomic_add_unless{MB}(z, 1, 5)")).toBe("violated 0 3");
	expect(storeBuffering("__atomic_add_unless{MB}(z, 1, 0)")).toBe("holds 1 3");
});

test("each execution is counted once, whichever of two takes the variable", () => {
	const process = (n: number): string => `P${n}(int *x) { int r0; r0 = __cmpxchg{MB}(x, 0, ${n + 1}); }`;
	const text = `C two {} ${process(0)} ${process(1)} ${process(2)} exists (0:r0=0)`;
	const { positive, negative, states } = check(load(text), model, { unroll: 2 });
	// One wins, and the others read its value.
	expect([positive, negative, states.length]).toEqual([1, 2, 3]);
});

test.each([
	["two", 2, [], 2, 2],
	["three", 3, [], 6, 10],
	["three, with tags on both events,", 3, ["lkmmv2"], 6, 20],
])("%s threads that count by compare-and-exchange do not search long", (_, threads, variants, found, ends) => {
	const process = (_: unknown, n: number): string => `P${n}(int *x) {
		int r0; do { r0 = READ_ONCE(*x); } while (__cmpxchg{ONCE}(x, r0, r0 + 1) != r0); }`;
	const text = `C count {} ${Array.from({ length: threads }, process).join(" ")} forall (x=${threads})`;
	const loaded = loadProgram({ path: "<fenced>", text }, { variants });
	if (!loaded.ok) throw new Error("it does not load");
	const { kind, positive, explored } = check(loaded.value, model, { unroll: 2 });
	expect([kind, positive, explored.deadEnds]).toEqual(["holds", found, ends]);
});

test("a lock of a loop of compare-and-exchange lets one in at a time", () => {
	const process = (n: number): string => `P${n}(int *l, int *x) {
		int r0; while (__cmpxchg{acquire}(l, 0, 1) != 0) ; r0 = READ_ONCE(*x); WRITE_ONCE(*x, r0 + 1);
		__store{RELEASE}(*l, 0); }`;
	const text = `C lock {} ${process(0)} ${process(1)} forall (x=2)`;
	const verdict = check(load(text.replaceAll("acquire", "ACQUIRE")), model, { unroll: 2 });
	expect([verdict.kind, verdict.positive, verdict.negative]).toEqual(["holds", 2, 0]);
	expect(verdict.explored.deadEnds).toBe(0);
});

import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/checker/thread-node.ts";
import { type RunResult, ThreadRun } from "../../src/checker/thread-run.ts";
import type { Edge } from "../../src/execution/execution.ts";
import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";

function load(body: string): Program {
	const text = `C run { int arr[2] = {0, 0}; int *p = &x; } P0(int *x, int *y, int *z, int *arr, int **p, spinlock_t *l, atomic_t *a)
		{ int r0; int r1; ${body} } exists (0:r0=0)`;
	const loaded = loadProgram({ path: "<run>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	return loaded.value;
}

/** Runs a thread, giving each stop the next outcome; stops where there is none left. */
function run(body: string, outcomes: readonly Outcome[] = [], unroll = 2): RunResult {
	const program = load(body);
	let result = new ThreadRun(program, 0, unroll, undefined).run(undefined);
	for (const outcome of outcomes) result = new ThreadRun(program, 0, unroll, result).run(outcome);
	return result;
}

/** Events as kind and number: `R0 W1`. */
function events({ events: made }: RunResult): string {
	return made.map(({ kind }, i) => `${kind}${i}`).join(" ");
}

function edges(list: readonly Edge[]): string {
	return list
		.map(([a, b]) => `${a}>${b}`)
		.sort()
		.join(" ");
}

describe("dependencies", () => {
	test("data goes through locals and arithmetic, false ones too; an overwritten local forgets", () => {
		expect(edges(run("r0 = READ_ONCE(*x); r1 = r0 + 1; WRITE_ONCE(*y, r1);").data)).toBe("0>1");
		expect(edges(run("r0 = READ_ONCE(*x); WRITE_ONCE(*y, r0 ^ r0);").data)).toBe("0>1");
		expect(edges(run("r0 = READ_ONCE(*x); r0 = 1; WRITE_ONCE(*y, r0);").data)).toBe("");
		const both = run("r0 = READ_ONCE(*x); r1 = READ_ONCE(*y); WRITE_ONCE(*z, r0 | r1);");
		expect(edges(both.data)).toBe("0>2 1>2");
	});

	test("an address depends on what it is computed from, and the thread waits for it", () => {
		const body = "r0 = READ_ONCE(*x); r1 = READ_ONCE(arr[r0]);";
		expect(run(body).stop.kind).toBe("address");
		const object = load(body).objects.findIndex(({ name }) => name === "arr");
		const gone = run(body, [{ object, offset: 4 }]);
		expect([gone.stop.kind, events(gone), edges(gone.addr)]).toEqual(["done", "R0 R1", "0>1"]);
	});

	test("an RMW's write depends on its read by its value, not for being an RMW", () => {
		expect(edges(run("r0 = xchg(x, 1);").data)).toBe("");
		expect(edges(run("r0 = xchg(x, 1);").rmw)).toBe("0>1");
		const added = run("atomic_inc(a);");
		expect(edges(added.data)).toBe("0>1");
	});

	test("a compare-and-exchange waits for its read, and makes a write if it succeeds", () => {
		const body = "r0 = cmpxchg(x, 0, 1); WRITE_ONCE(*y, 1);";
		expect(run(body).stop.kind).toBe("condition");
		expect([events(run(body, [true])), edges(run(body, [true]).rmw)]).toEqual(["R0 W1 W2", "0>1"]);
		expect([events(run(body, [false])), edges(run(body, [false]).rmw)]).toEqual(["R0 W1", ""]);
		expect(edges(run(body, [true]).ctrl)).toBe("");
	});
});

describe("control dependencies", () => {
	test("reach to the join and no further", () => {
		const body = "r0 = READ_ONCE(*x); if (r0) { WRITE_ONCE(*y, 1); } WRITE_ONCE(*z, 1);";
		expect(edges(run(body, [true]).ctrl)).toBe("0>1");
		expect(edges(run(body, [false]).ctrl)).toBe("");
	});

	test("reach to the end behind an early return", () => {
		const body = "r0 = READ_ONCE(*x); if (r0) return; WRITE_ONCE(*y, 1); smp_mb(); r1 = READ_ONCE(*z);";
		expect(edges(run(body, [false]).ctrl)).toBe("0>1 0>3");
		expect(events(run(body, [true]))).toBe("R0");
	});

	test("end where a goto lands that both ways come to", () => {
		const body = "r0 = READ_ONCE(*x); if (r0) goto out; WRITE_ONCE(*y, 1); out: WRITE_ONCE(*z, 1);";
		expect(edges(run(body, [false]).ctrl)).toBe("0>1");
		expect([events(run(body, [true])), edges(run(body, [true]).ctrl)]).toEqual(["R0 W1", ""]);
	});

	test("add up in nested branches, and end one by one", () => {
		const body = `r0 = READ_ONCE(*x); r1 = READ_ONCE(*y);
			if (r0) { if (r1) WRITE_ONCE(*z, 1); WRITE_ONCE(*z, 2); } WRITE_ONCE(*z, 3);`;
		expect(edges(run(body, [true, true]).ctrl)).toBe("0>2 0>3 1>2");
	});

	test("a branch on a constant makes none and needs no outcome", () => {
		const made = run("r0 = 1; if (r0) WRITE_ONCE(*y, 1);");
		expect([made.stop.kind, events(made), edges(made.ctrl)]).toEqual(["done", "W0", ""]);
	});

	test("a loop's later iterations and what is behind it differ", () => {
		const body = "do { r0 = READ_ONCE(*x); WRITE_ONCE(*y, 1); } while (r0); WRITE_ONCE(*z, 1);";
		expect(edges(run(body, [true, false]).ctrl)).toBe("0>2 0>3");
	});
});

describe("loops", () => {
	const counting = "do { r0 = READ_ONCE(*x); WRITE_ONCE(*y, 1); } while (r0);";

	test("iterations that depend on what is read are bounded", () => {
		expect(run(counting, [true, true], 2).stop.kind).toBe("condition");
		expect(run(counting, [true, true, true], 2).stop).toEqual({ kind: "cut", limit: "unroll" });
		expect(run(counting, [true], 0).stop).toEqual({ kind: "cut", limit: "unroll" });
	});

	test("those that depend on constants are not", () => {
		const made = run("for (int i = 0; i < 20; i++) WRITE_ONCE(*x, i);", [], 0);
		expect([made.stop.kind, made.events.length]).toEqual(["done", 20]);
		expect(run("for (;;) r0 = r0 + 1;").stop).toEqual({ kind: "cut", limit: "steps" });
	});

	test("an iteration that did nothing is redundant, whether or not it read", () => {
		expect(run("while (READ_ONCE(*x) == 0) ;", [true]).stop.kind).toBe("redundant");
		expect(run("for (;;) ;").stop.kind).toBe("redundant");
		expect(run(counting, [true]).stop.kind).toBe("condition");
	});

	test("one that changed a local that matters is not, unless it turns out to be the same value", () => {
		const body = "while (READ_ONCE(*x) == 0) r0 = READ_ONCE(*y);";
		const once = run(body, [true]);
		expect(once.stop.kind).toBe("condition");
		expect(once.state.idle).toHaveLength(1);
		expect(run("while (READ_ONCE(*x) == 0) r0 = r0 + 1;", [true]).state.idle).toEqual([]);
		// Nothing looks at r1 any more.
		expect(run("while (READ_ONCE(*x) == 0) r1 = READ_ONCE(*y);", [true]).stop.kind).toBe("redundant");
	});

	test("an inner loop starts afresh in each iteration of the outer one", () => {
		const body = "for (int i = 0; i < 2; i++) { do { r0 = READ_ONCE(*x); WRITE_ONCE(*y, 1); } while (r0); }";
		expect(run(body, [true, true, false, true, true, false], 2).stop.kind).toBe("done");
		expect(run(body, [true, true, true], 2).stop.kind).toBe("cut");
	});
});

test("locks wait to be taken; a failed trylock makes one read that its result depends on", () => {
	expect(run("spin_lock(l); WRITE_ONCE(*x, 1); spin_unlock(l);").stop.kind).toBe("lock");
	expect(events(run("spin_lock(l); WRITE_ONCE(*x, 1); spin_unlock(l);", [true]))).toBe("R0 W1 W2 W3");
	const body = "r0 = spin_trylock(l); if (r0) WRITE_ONCE(*x, 1); else WRITE_ONCE(*y, 1);";
	expect([events(run(body, [false])), edges(run(body, [false]).ctrl)]).toEqual(["R0 W1", "0>1"]);
	expect([events(run(body, [true])), edges(run(body, [true]).ctrl)]).toEqual(["R0 W1 W2", "0>2"]);
});

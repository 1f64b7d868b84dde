import { expect, test } from "vitest";
import { auditOf, choicesOf, rowsOf, suiteText } from "./audit-of.ts";

test("the two-producer ring with payload needs what it is known to need", async () => {
	const found = await auditOf(suiteText("bpf-rb/payload/bpf-rb-2p1c-bounded-1-payload"));
	const rows = rowsOf(found);
	expect(rows).toContain("xchg(len1, 1) as xchg_release: fine");
	expect(rows).toContain("xchg(len1, 1) as xchg_acquire: needed condition race");
	expect(rows).toContain("xchg(len1, 1) as xchg_relaxed: follows");
	expect(rows).toContain("smp_wmb() as nothing: fine");
	expect(rows).toContain("smp_store_release(producer_pos, rProd + 1) as WRITE_ONCE: fine");
	expect(rows).toContain("smp_store_release(consumer_pos, rCons) as WRITE_ONCE: needed condition race");
	expect(rows).toContain("spin_lock(rb_lock) as nothing: needed race");
	// Either of the two orders the header before the position.
	expect(choicesOf(found.clashes, found.sites)).toEqual([
		"smp_wmb() as nothing & smp_store_release(producer_pos, rProd + 1) as WRITE_ONCE",
	]);
	expect(choicesOf(found.together, found.sites)[0]).toBe(
		"smp_load_acquire(consumer_pos) as a plain access & smp_wmb() as nothing & xchg(len1, 1) as xchg_release",
	);
	expect([found.isComplete, found.areAllSets, found.repairs]).toEqual([true, true, undefined]);
	// Both producers do the same: one row speaks of both.
	const xchg = found.sites.find(({ kind, level }) => kind === "update" && level === "full");
	expect(xchg?.spans.length).toBe(2);
}, 60_000);

test("space is given back by a release", async () => {
	const found = await auditOf(suiteText("bpf-rb/recycling/bpf-rb-consumer-pos-release-recycled"));
	expect(rowsOf(found)).toContain("smp_store_release(consumer_pos, 1) as WRITE_ONCE: needed condition race");
	const broken = await auditOf(suiteText("bpf-rb/recycling/bpf-rb-consumer-pos-once-recycled"));
	expect([broken.isExhausted, broken.rows]).toEqual([true, []]);
	expect(choicesOf(broken.repairs?.choices ?? [], broken.repairs?.sites ?? [])[0]).toBe(
		"WRITE_ONCE(*consumer_pos, 1) as smp_store_release",
	);
}, 60_000);

test("a payload that is committed by WRITE_ONCE is repaired by a release", async () => {
	const { repairs } = await auditOf(suiteText("bpf-rb/commit/bpf-rb-commit-once-payload"));
	expect(choicesOf(repairs?.choices ?? [], repairs?.sites ?? [])).toEqual([
		"WRITE_ONCE(*len1, 1) as smp_store_release",
		"before WRITE_ONCE(*len1, 1); as smp_wmb()",
	]);
}, 60_000);

const SB = `C SB
{ }
P0(int *x, int *y) { int r0; WRITE_ONCE(*x, 1); r0 = READ_ONCE(*y); }
P1(int *x, int *y) { int r0; WRITE_ONCE(*y, 1); r0 = READ_ONCE(*x); }
exists (0:r0=0 /\\ 1:r0=0)`;

test("store buffering takes a full barrier on both sides", async () => {
	const { repairs } = await auditOf(SB);
	expect(choicesOf(repairs?.choices ?? [], repairs?.sites ?? [])).toEqual([
		"before r0 = READ_ONCE(*y); } as smp_mb() & before r0 = READ_ONCE(*x); } as smp_mb()",
	]);
	expect(repairs?.isComplete).toBe(true);
});

test("what no ordering prevents has no repair", async () => {
	const { repairs } = await auditOf(
		"C any\n{ }\nP0(int *x) { WRITE_ONCE(*x, 1); }\nP1(int *x) { int r0; r0 = READ_ONCE(*x); }\nexists (1:r0=1)",
	);
	expect([repairs?.choices, repairs?.isBeyond]).toEqual([[], true]);
});

test("a full barrier may have more than it needs; a dependency that is needed is told", async () => {
	const rows = rowsOf(
		await auditOf(`C MP
{ x=0; y=0; p=&x; }
P0(int *y, int **p) { WRITE_ONCE(*y, 1); smp_mb(); WRITE_ONCE(*p, y); }
P1(int *x, int *y, int **p) { int *r1; int r2; r1 = READ_ONCE(*p); r2 = READ_ONCE(*r1); }
exists (1:r1=y /\\ 1:r2=0)`),
	);
	expect(rows).toContain("smp_mb() as smp_wmb: fine");
	expect(rows).toContain("smp_mb() as smp_rmb: needed condition");
	expect(rows).toContain("smp_mb() as nothing: follows");
	expect(rows).toContain("what depends on READ_ONCE(*p) as nothing depends on it: needed condition");
});

test("on x86 a release and an acquire are no more than marked accesses", async () => {
	const text = suiteText("lkmm/message-passing/MP+rel+acq");
	const fine = async (model: string): Promise<string[]> => {
		const found = await auditOf(text, model);
		return choicesOf(found.together, found.sites);
	};
	expect(await fine("lkmm")).toEqual([]);
	expect((await fine("tso"))[0]).toContain("smp_store_release(y, 1) as ");
});

test("an audit that is stopped says what it does not know", async () => {
	const { audit } = await import("../../src/audit/audit.ts");
	const { programOf, runOn } = await import("./audit-of.ts");
	const program = programOf(suiteText("lkmm/message-passing/MP+wmb+rmb"));
	const found = await audit([{ name: "MP", program }], {
		run: runOn("lkmm"),
		now: () => 0,
		machine: "arm64",
		mayGoOn: () => false,
		first: true,
		dependencies: true,
		repairs: true,
	});
	expect(found.isComplete).toBe(false);
	expect(new Set(found.rows.map(({ finding }) => finding.kind))).toEqual(new Set(["open"]));
});

import { describe, expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { KernelModel } from "../../src/cli/load-kernel-model.ts";
import type { Verdict } from "../../src/execution/verdict.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { readOracle } from "../oracle/read-oracle.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { shippedTests } from "../suite/shipped-tests.ts";
import { type Generation, kernelModel } from "./kernel-model.ts";

const entries = readOracle();

type Answer = Pick<Verdict, "positive" | "negative" | "states" | "flags">;

function answer(litmus: string, { model, dialect }: KernelModel): Answer {
	const program = loadProgram({ path: "test.litmus", text: litmus }, dialect);
	if (!program.ok) throw new Error(program.diagnostics.map(({ message }) => message).join("; "));
	const { positive, negative, states, flags } = check(program.value, model, { unroll: 4 });
	return { positive, negative, states: [...states], flags: [...flags] };
}

const generations: readonly Generation[] = ["lkmmv1", "lkmmv2"];

describe.each(generations)("a kernel tree's files, %s", (generation) => {
	test("give the reference's answers to the whole oracle", { timeout: 600_000 }, async () => {
		const kernel = await kernelModel(generation);
		expect(kernel.model.interpret).toBeUndefined();
		expect(entries).toHaveLength(1535);
		for (const { name, litmus, positive, negative, states, flags } of entries)
			expect({ name, ...answer(litmus, kernel) }).toEqual({ name, positive, negative, states, flags });
	});
});

test.each([
	"bpf-rb-2p1c-bounded-4",
	"bpf-rb-3p1c-bounded-2",
	"bpf-rb-3p1c-unbounded-payload",
])("a tree's files are searched as %s is under the shipped model", async (name) => {
	const found = shippedTests.find(({ path }) => path.endsWith(`/${name}.litmus`));
	if (found === undefined) throw new Error(`there is no ${name}`);
	const explored = ({ model, dialect }: KernelModel): Verdict["explored"] => {
		const program = loadProgram(found.file, dialect);
		if (!program.ok) throw new Error("it does not load");
		return check(program.value, model, { unroll: 4 }).explored;
	};
	const shipped = explored({ model: shippedModel("lkmm"), dialect: {} });
	for (const generation of generations) expect(explored(await kernelModel(generation))).toEqual(shipped);
});

describe("unlocking what is not locked", () => {
	const tests = [
		["P0(spinlock_t *l) { spin_unlock(l); }", 1],
		[
			"P0(spinlock_t *l, int *x) { int r0 = READ_ONCE(*x); spin_lock(l); spin_unlock(l); spin_unlock(l); }",
			3,
		],
	] as const;

	test.each(tests)("%s changes nothing for others", async (first, count) => {
		const litmus = `C t
{}
${first}
P1(spinlock_t *l, int *x) { spin_lock(l); WRITE_ONCE(*x, 1); spin_unlock(l); }
exists (x=1)`;
		const shipped = { model: shippedModel("lkmm"), dialect: {} };
		for (const kernel of [shipped, await kernelModel("lkmmv1"), await kernelModel("lkmmv2")])
			expect(answer(litmus, kernel)).toMatchObject({
				positive: count,
				negative: 0,
				flags: ["unmatched-unlock"],
			});
	});
});

describe("a tree's files that were edited", () => {
	const shipped = shippedModel("lkmm");
	const forbidding = ["coherence", "atomic", "happens-before", "propagation", "rcu", "plain-coherence"];

	const tried = entries.filter((_, index) => index % 16 === 0);
	// Tests that each need an axiom of which random tests seldom have need.
	const telling = shippedTests
		.filter(({ path }) => /SB\+(mb\+mb|sync\+rcu-reader)\.litmus$/.test(path))
		.map(({ path, file }) => ({ name: path, litmus: file.text, positive: 0, negative: 3 }));

	test.each(forbidding)("without %s allow what the shipped model allows without it", async (name) => {
		const kernel = await kernelModel("lkmmv2", (text) =>
			text.replace(new RegExp(`^(acyclic|irreflexive|empty)[^\\n]* as ${name}$`, "m"), ""),
		);
		expect(kernel.model.axioms.map((axiom) => axiom.name)).not.toContain(name);
		const model = { ...shipped, axioms: shipped.axioms.filter((axiom) => axiom.name !== name) };
		let differing = 0;
		for (const { name: title, litmus, positive, negative } of [...tried, ...telling]) {
			// Without coherence, lock events have no meaning that two ways of writing them down could share.
			if (litmus.includes("spin_") && name === "coherence") continue;
			const found = answer(litmus, kernel);
			expect({ title, ...found }).toEqual({ title, ...answer(litmus, { model, dialect: {} }) });
			if (found.positive !== positive || found.negative !== negative) differing++;
		}
		expect(differing).toBeGreaterThan(0);
	});

	test("keep a relation's new meaning", async () => {
		const kernel = await kernelModel("lkmmv2", (text, name) =>
			name === "linux-kernel.cat" ? text.replace(/^let wmb = .*$/m, "let wmb = 0") : text,
		);
		const litmus = `C MP
{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_wmb(); WRITE_ONCE(*y, 1); }
P1(int *x, int *y) { int r0 = READ_ONCE(*y); smp_rmb(); int r1 = READ_ONCE(*x); }
exists (1:r0=1 /\\ 1:r1=0)`;
		expect(answer(litmus, kernel)).toMatchObject({ positive: 1, negative: 3 });
		expect(answer(litmus, await kernelModel("lkmmv2"))).toMatchObject({ positive: 0, negative: 3 });
	});

	test("keep a primitive's new meaning", async () => {
		const kernel = await kernelModel("lkmmv2", (text, name) =>
			name === "linux-kernel.def" ? text.replace(/(smp_store_release.*)RELEASE/, "$1ONCE") : text,
		);
		const litmus = `C MP
{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); smp_store_release(y, 1); }
P1(int *x, int *y) { int r0 = smp_load_acquire(y); int r1 = READ_ONCE(*x); }
exists (1:r0=1 /\\ 1:r1=0)`;
		expect(answer(litmus, kernel)).toMatchObject({ positive: 1, negative: 3 });
	});

	test("flag a generation that is taken for the other one", async () => {
		const text = "C t\n{}\nP0(int *x) { WRITE_ONCE(*x, 1); }\nexists (x=1)";
		const { model, dialect } = await kernelModel("lkmmv2");
		expect(answer(text, { model, dialect }).flags).toEqual([]);
		const old = await kernelModel("lkmmv2", (bell) => bell.replace('if "lkmmv2"', 'if not "lkmmv2"'));
		expect(answer(text, old).flags).toEqual(["needs-lkmmv2"]);
	});
});

describe("spin_is_locked() after the unlock of its own thread", () => {
	const litmus = (other: string): string => `C t
{}
P0(spinlock_t *l, int *x) { int r0; spin_lock(l); spin_unlock(l); r0 = spin_is_locked(l); }
P1(spinlock_t *l, int *x) { ${other} }
exists (0:r0=0)`;
	const locking = "spin_lock(l); spin_unlock(l);";

	/** A later kernel's lock.cat: one write for such a read, its thread's last unlock or any from outside. */
	const mended = (text: string, name: string): string => {
		if (name !== "lock.cat") return text;
		const changed = text
			.replace(/^let rfi-ru = .*$/m, "let rfi-ru = 0")
			.replace(
				"(((UL | IW) * {e}) & loc & ext)",
				"((((UL * {e}) & po-loc) \\ ([UL] ; po-loc ; [UL] ; po-loc)) | (((UL | IW) * {e}) & loc & ext))",
			);
		if (changed.length <= text.length) throw new Error("lock.cat is not as expected");
		return changed;
	};

	test.each([
		["", 0, 1],
		[locking, 3, 3],
	])("is possible once lock.cat is mended, with a second thread that does %s", async (other, late, mine) => {
		const before = answer(litmus(other), await kernelModel("lkmmv2"));
		const after = answer(litmus(other), await kernelModel("lkmmv2", mended));
		expect(before.positive).toBe(0);
		expect(after.positive).toBe(mine);
		expect(before.negative).toBe(late === 0 ? 0 : after.negative);
	});
});

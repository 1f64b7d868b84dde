import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

function countsOf(store: string): readonly unknown[] {
	const text = `C address
{ int a[4]; int y; }
P0(int *a, int *y) { int r = READ_ONCE(*y); ${store} = 1; }
P1(int *a, int *y) { int s = a[1]; if (s) WRITE_ONCE(*y, 0); }
exists (1:s=1)`;
	const loaded = loadProgram({ path: "<address>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	const { positive, negative, flags } = check(loaded.value, shippedModel("lkmm"), { unroll: 2 });
	return [positive, negative, flags];
}

test.each([
	"*(int *)((unsigned long)a + 4 * (1 - r))",
	"*(int *)(4 * (1 - r) + (unsigned long)a)",
	"*(int *)((unsigned long)&a[3] - 4 * (2 + r))",
	"*(int *)(((unsigned long)&a[3] & ~15UL) + 4 * (1 - r))",
	"*(a + 1 - r)",
])("an address is the same whichever way it is computed: %s", (store) => {
	// P1 reads 0, or 1 from P0, which has read the initial value or, by way of a race, what P1 writes then.
	expect(countsOf(store)).toEqual([2, 1, ["data-race"]]);
	expect(countsOf(store)).toEqual(countsOf("a[1 - r]"));
});

import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

function isDeadlock(processes: readonly string[], symmetry: boolean): boolean {
	const bodies = processes.map((body, i) => `P${i}(int *x, spinlock_t *l) { ${body} }`);
	const text = `C waits\n{ }\n${bodies.join("\n")}\nexists (x=0)`;
	const loaded = loadProgram({ path: "<waits>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	const verdict = check(loaded.value, shippedModel("lkmm"), { unroll: 2, symmetry });
	expect([verdict.positive, verdict.negative]).toEqual([0, 0]);
	return verdict.deadlock === true;
}

const waiter = "while (READ_ONCE(*x) == 0) ;";
const forbidden = "rcu_read_lock(); synchronize_rcu(); rcu_read_unlock();";

test.each([true, false])("who waits for what nobody does, waits for ever (symmetry %s)", (symmetry) => {
	expect(isDeadlock([waiter, waiter], symmetry)).toBe(true);
	expect(isDeadlock(["spin_lock(l); spin_lock(l);"], symmetry)).toBe(true);
});

test.each([true, false])("what the model forbids anyway is no deadlock (symmetry %s)", (symmetry) => {
	const writer = `WRITE_ONCE(*x, 1); ${forbidden}`;
	expect(isDeadlock([waiter, waiter, writer, writer], symmetry)).toBe(false);
	expect(isDeadlock([waiter, forbidden], symmetry)).toBe(false);
});

import { expect, test } from "vitest";
import { isInLoop } from "../../src/checker/is-in-loop.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";

test("what can come again is in a loop, and nothing before or after it", () => {
	const body = "WRITE_ONCE(*x, 1); do { if (READ_ONCE(*x)) smp_mb(); else break; } while (1); smp_wmb();";
	const loaded = loadProgram({ path: "<loop>", text: `C loop\n{ }\nP0(int *x) { ${body} }\nexists (x=1)` });
	if (!loaded.ok) throw new Error("does not load");
	const [{ code }] = loaded.value.threads;
	const found = code.flatMap((instruction, pc) =>
		instruction.kind === "store" || instruction.kind === "load" || instruction.kind === "fence"
			? [`${instruction.kind} ${instruction.tags.join()} ${isInLoop(code, pc)}`]
			: [],
	);
	expect(found).toEqual(["store ONCE false", "load ONCE true", "fence MB true", "fence Wmb false"]);
	expect(isInLoop(code, code.length)).toBe(false);
});

import { expect, test } from "vitest";
import { checkRing } from "../../src/cli/ringbuf/check-ring.ts";
import {
	type Configuration,
	DEFAULT_CONFIGURATION,
	submitted,
} from "../../src/ringbuf-model/configuration.ts";
import { memoryFiles, memoryShell } from "../cli/memory-shell.ts";
import { shippedModel } from "../oracle/shipped-model.ts";

type Case = readonly [
	variant: string,
	producers: number,
	sizes: readonly number[],
	possible: readonly string[],
];

const lkmm = { name: "lkmm", model: shippedModel("lkmm") };

function ring([variant, producers, sizes]: Case): Configuration {
	return {
		...DEFAULT_CONFIGURATION,
		variant,
		producers,
		tiny: true,
		size: 32,
		records: sizes.map((size) => submitted(size)),
	};
}

/** Everything that a ring of four headers' worth can do with a consumer that drains, and what of it is forbidden. */
test.each<Case>([
	["v6.10", 2, [8], []],
	["v6.10", 3, [8], []],
	["v6.10", 1, [16, 0, 8], []],
	["v6.15", 2, [8], []],
	["overwrite", 2, [8], []],
])("%s: %i producers of %j bytes, searched to the end", { timeout: 120_000 }, async (...one) => {
	const bounds = { symmetry: true, stopWhenDecided: false };
	const outcome = await checkRing(ring(one), lkmm, bounds, memoryShell(memoryFiles({})));
	if (!outcome.ok) expect.unreachable(JSON.stringify(outcome.diagnostics));
	const { properties, limits, executions } = outcome.value;
	const found = properties.filter(({ finding }) => finding === "possible").map(({ name }) => name);
	expect(found).toEqual(one[3]);
	expect(limits).toEqual([]);
	expect(executions).toBeGreaterThan(1n);

	const apart = await checkRing(
		ring(one),
		lkmm,
		{ ...bounds, symmetry: false },
		memoryShell(memoryFiles({})),
	);
	if (!apart.ok) expect.unreachable(JSON.stringify(apart.diagnostics));
	expect(apart.value.executions).toEqual(executions);
	expect(apart.value.properties.map(({ name, finding }) => `${name} ${finding}`)).toEqual(
		properties.map(({ name, finding }) => `${name} ${finding}`),
	);
});

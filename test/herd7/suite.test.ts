import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { promisedResult } from "../suite/promised-result.ts";
import { shippedTests } from "../suite/shipped-tests.ts";
import { type Bundle, buildBundle } from "./bundle.ts";

const SUITE = fileURLToPath(new URL("../../litmus/", import.meta.url));

const tests = shippedTests.filter(({ path }) => path.startsWith("lkmm/"));

let bundle: Bundle;

beforeAll(() => {
	bundle = buildBundle("suite");
});

afterAll(() => bundle.remove());

/** All tests by one process, their names on its standard input. */
function runAll(): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, [bundle.command], {
		cwd: SUITE,
		encoding: "utf8",
		input: tests.map(({ path }) => path).join("\n"),
		maxBuffer: 2 ** 26,
	});
	expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
	return stdout;
}

test("every shipped test of the kernel's model is as promised, and the output never changes", {
	timeout: 300_000,
}, () => {
	const output = runAll();
	const verdicts = output.split(/^(?=Test )/m);
	expect(verdicts).toHaveLength(tests.length);
	const told = verdicts.map((verdict) => {
		const observation = /^Observation (\S+) (\w+) (\d+) (\d+)$/m.exec(verdict);
		if (observation === null) return verdict;
		const [, name, word, positive, negative] = observation;
		const isStuck = `${word} ${positive} ${negative}` === "Never 0 0";
		return { name, word: isStuck ? "DEADLOCK" : word, race: /^Flag data-race$/m.test(verdict) };
	});
	expect(told).toEqual(
		tests.map(({ name, file }) => {
			const promised = promisedResult(file.text);
			return { name, word: promised?.word, race: promised?.race };
		}),
	);

	const timeless = (text: string): string => text.replace(/^Time .*$/gm, "");
	expect(timeless(runAll())).toBe(timeless(output));
	for (const verdict of verdicts) {
		expect(verdict).toMatch(
			/^Test \S+ \w+\nStates \d+\n(?:.*;\n)*(?:Loop )?(?:Ok|No)\nWitnesses\nPositive: \d+ Negative: \d+\n(?:Flag [\w-]+\n)*Condition .*\nObservation .*\nTime \S+ \d+\.\d\d\nHash=[0-9a-f]{32}\n\n$/,
		);
	}
});

import { describe, expect, it } from "vitest";
import { verdictOf } from "./lkmm-verdict.ts";
import { shippedTests } from "./shipped-tests.ts";

/**
 * Numbers of consistent executions that herd7, or GenMC 0.9 with its kernel model, finds in tests of
 * the same shape.
 */
const KNOWN: readonly (readonly [name: string, executions: number])[] = [
	["bpf-rb-1p1c-bounded-1", 3],
	["bpf-rb-2p1c-bounded-1", 22],
	["bpf-rb-2p1c-bounded-1-no-wmb", 22],
	["bpf-rb-2p1c-bounded-2", 42],
	["bpf-rb-2p1c-unbounded", 42],
	["bpf-rb-3p1c-bounded-2", 270],
	["bpf-rb-3p1c-bounded-2-array", 270],
	["bpf-rb-4p1c-bounded-2", 2448],
	["bpf-rb-2p1c-bounded-4", 240],
	["bpf-rb-3p1c-bounded-4", 4368],
	["bpf-rb-4p1c-bounded-4", 91608],
];

describe("executions of the ring buffer's header-only tests", () => {
	it.for(KNOWN)("%s: %d, none of them a failure", { timeout: 300_000 }, ([name, executions]) => {
		const test = shippedTests.find((candidate) => candidate.name === name);
		if (test === undefined) throw new Error(`no test of the suite is named ${name}`);
		const { positive, negative, flags } = verdictOf(test.file);
		expect({ positive, negative, flags }).toEqual({ positive: 0, negative: executions, flags: [] });
	});
});

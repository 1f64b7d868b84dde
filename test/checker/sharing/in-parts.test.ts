import { env } from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../../src/checker/check.ts";
import type { Program } from "../../../src/execution/program.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { DEFAULT_CONFIGURATION } from "../../../src/ringbuf-model/configuration.ts";
import { loadRing } from "../../../src/ringbuf-model/load-ring.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";
import { shippedTests } from "../../suite/shipped-tests.ts";
import { arbitraryTwins } from "../arbitrary-twins.ts";
import { checkInParts } from "./in-parts.ts";
import { said } from "./said.ts";

const RUNS = Number(env.RINGLIT_RUNS ?? 40);

function load(text: string): Program {
	const loaded = loadProgram({ path: "<parts>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	return loaded.value;
}

/** Numbers of a linear congruence: the same for a seed each time. */
function drawFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state >>> 16;
	};
}

describe.each([
	["lkmm", true, RUNS],
	["lkmm", false, RUNS / 2],
	["sc", true, RUNS / 4],
	["armv8", true, RUNS / 4],
])("random twins on %s, symmetry %s", (name, symmetry, numRuns) => {
	test("come to the same in parts as at once", { timeout: 600_000 }, () => {
		const model = shippedModel(name);
		const options = { unroll: 2, symmetry };
		let splits = 0;
		let resumptions = 0;
		const property = fc.property(arbitraryTwins(), fc.nat(), (text, seed) => {
			const program = load(text);
			const parted = checkInParts(program, model, options, drawFrom(seed), 6);
			splits += parted.splits;
			resumptions += parted.resumptions;
			expect(parted.strays).toEqual([]);
			expect(said(parted.verdict)).toEqual(said(check(program, model, options)));
		});
		fc.assert(property, { numRuns });
		expect(splits).toBeGreaterThan(0);
		expect(resumptions).toBeGreaterThan(0);
	});
});

describe("shipped tests come to the same in parts as at once", { timeout: 600_000 }, () => {
	const names = ["bpf-rb-3p1c-bounded-2", "bpf-rb-2p1c-bounded-4", "bpf-rb-4p1c-bounded-2"];
	const some = shippedTests.filter(({ name }) => names.includes(name));
	test("are there", () => expect(some.length).toBeGreaterThan(2));
	test.each(some.map(({ name, file }) => [name, file.text]))("%s", (_, text) => {
		const program = load(text);
		const model = shippedModel("lkmm");
		for (const symmetry of [true, false].slice(0, /4p1c/.test(program.name) ? 1 : 2)) {
			const options = { unroll: 4, symmetry };
			const parted = checkInParts(program, model, options, drawFrom(7));
			expect(parted.splits).toBeGreaterThan(0);
			expect(parted.strays).toEqual([]);
			expect(said(parted.verdict)).toEqual(said(check(program, model, options)));
		}
	});
});

describe("rings come to the same in parts as at once", { timeout: 600_000 }, () => {
	const small = {
		...DEFAULT_CONFIGURATION,
		producers: 1,
		consumers: 1,
		size: 32,
		tiny: true,
		records: [{ size: 8, end: "submit", wakeup: "adaptive" }],
		properties: [],
	} as const;
	test.each([
		["two producers", { ...small, producers: 2, consumers: 0 }],
		["an old variant with a hostile process", { ...small, variant: "v5.8", consumers: 0, hostile: true }],
	] as const)("%s", (_, configuration) => {
		const ring = loadRing(configuration);
		if (!ring.ok) throw new Error(ring.diagnostics.map(({ message }) => message).join("\n"));
		const { program, unroll } = ring.value;
		const model = shippedModel("lkmm");
		const parted = checkInParts(program, model, { unroll, symmetry: true }, drawFrom(11), 10);
		expect(parted.splits).toBeGreaterThan(0);
		expect(parted.strays).toEqual([]);
		expect(said(parted.verdict)).toEqual(said(check(program, model, { unroll, symmetry: true })));
	});
});

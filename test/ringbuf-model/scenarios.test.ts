import { expect, test } from "vitest";
import { RING_PROPERTIES } from "../../src/ringbuf-model/property-table.ts";
import { SCENARIOS } from "../../src/ringbuf-model/scenarios.ts";
import { findingsOf } from "./check-configuration.ts";

type Row = readonly [scenario: string, label: string, model: string, property: string, expected: string];

/**
 * What is known of the protocol, from its authors, its reviews, its bug reports and the C of its sides: written here a
 * second time, so that nobody changes an expectation by the way.
 */
const KNOWN: readonly Row[] = [
	["hostile-consumer-pos", "v5.8, 32 bytes", "lkmm", "overlap", "possible"],
	["hostile-consumer-pos", "v5.8, 16 bytes", "lkmm", "overlap", "possible"],
	["hostile-consumer-pos", "v6.10, 32 bytes", "lkmm", "overlap", "never"],
	["hostile-consumer-pos", "v6.10, 16 bytes", "lkmm", "overlap", "never"],
	["oversize", "v5.8-unchecked", "lkmm", "overlap", "possible"],
	["oversize", "v5.8", "lkmm", "overlap", "never"],
	["commit-once", "header only", "lkmm", "torn-payload", "never"],
	["commit-once", "with payload", "lkmm", "torn-payload", "possible"],
	["commit-release", "with payload", "lkmm", "torn-payload", "never"],
	["consumer-pos-once", "WRITE_ONCE", "lkmm", "recycled", "possible"],
	["consumer-pos-once", "release", "lkmm", "recycled", "never"],
	["wakeup-edge", "as it is", "lkmm", "lost-wakeup", "possible"],
	["wakeup-edge", "as it is", "tso", "lost-wakeup", "possible"],
	["wakeup-edge", "as it is", "sc", "lost-wakeup", "never"],
	["wakeup-edge", "the consumer has smp_mb", "lkmm", "lost-wakeup", "never"],
	["wakeup-edge", "the consumer has smp_mb", "tso", "lost-wakeup", "never"],
	["wakeup-edge", "smp_mb, but the commit is a release", "lkmm", "lost-wakeup", "possible"],
	["discard-no-wakeup", "default", "sc", "lost-wakeup", "possible"],
	["discard-no-wakeup", "default", "lkmm", "lost-wakeup", "possible"],
	["relaxed-consumer", "header", "lkmm", "torn-payload", "possible"],
	["relaxed-consumer", "producer_pos", "lkmm", "busy-read", "possible"],
	["relaxed-consumer", "as it is", "lkmm", "torn-payload", "never"],
	["relaxed-consumer", "as it is", "lkmm", "busy-read", "never"],
	...["with smp_wmb", "without"].flatMap((label) =>
		["overlap", "busy-read", "torn-payload", "recycled", "order", "data-race"].map(
			(property): Row => ["write-barrier", label, "lkmm", property, "never"],
		),
	),
	["avail", "consumer_pos first", "lkmm", "avail-underflow", "never"],
	["avail", "producer_pos first", "lkmm", "avail-underflow", "possible"],
	["user-ring-busy", "smp_mb__before_atomic and atomic_set", "lkmm", "user-ring", "possible"],
	["user-ring-busy", "smp_mb__before_atomic and atomic_set", "sc", "user-ring", "never"],
	["user-ring-busy", "smp_mb__before_atomic and atomic_set", "tso", "user-ring", "never"],
	["user-ring-busy", "atomic_set_release", "lkmm", "user-ring", "never"],
	["re-entry", "v5.8", "lkmm", "hang", "possible"],
	["re-entry", "v5.8 in NMI", "lkmm", "hang", "never"],
	["re-entry", "v6.15", "lkmm", "hang", "never"],
	["wrapped-pending-pos", "compared", "lkmm", "wrap", "possible"],
	["wrapped-pending-pos", "by their difference", "lkmm", "wrap", "never"],
	["wrapped-consumer-pos", "compared", "lkmm", "wrap", "possible"],
	["wrapped-consumer-pos", "by their difference", "lkmm", "wrap", "never"],
];

const CASES = SCENARIOS.flatMap(({ name, cases }) => cases.map((one) => ({ scenario: name, ...one })));

test("the scenarios expect what is known, no more and no less", () => {
	const expected = CASES.flatMap(({ scenario, label, expectations }) =>
		expectations.map(({ model, property, expected }): Row => [scenario, label, model, property, expected]),
	);
	expect(expected.map(String).sort()).toEqual(KNOWN.map(String).sort());
});

test("every expectation is of a property that there is", () => {
	const names = RING_PROPERTIES.map(({ name }) => name);
	expect(KNOWN.filter(([, , , property]) => !names.includes(property))).toEqual([]);
});

test.each(
	CASES.flatMap((one) =>
		[...new Set(one.expectations.map(({ model }) => model))].map((model) => ({ ...one, model })),
	),
)("$scenario: $label, on $model", ({ scenario, label, configuration, model }) => {
	const rows = KNOWN.filter((row) => row[0] === scenario && row[1] === label && row[2] === model);
	const properties = rows.map(([, , , property]) => property);
	const { found } = findingsOf({ ...configuration, properties }, model);
	expect(Object.fromEntries(found)).toEqual(
		Object.fromEntries(rows.map(([, , , name, known]) => [name, known])),
	);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { formatReplay, parseReplay } from "../../src/explain/replay-string.ts";

const paths = fc
	.array(fc.tuple(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 200 })), fc.integer({ min: 1, max: 9 })))
	.map((runs) => runs.flatMap(([turn, times]) => Array<number>(times).fill(turn)).join("."));
const roles = fc.option(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }), {
	nil: undefined,
});

test("what is written is read back", () => {
	fc.assert(
		fc.property(
			paths,
			roles,
			fc.integer({ min: 1, max: 99 }),
			fc.boolean(),
			fc.string(),
			(turns, players, unroll, symmetry, identity) => {
				const path = players === undefined ? turns : `${turns}@${players.join(".")}`;
				const replay = { path, unroll, symmetry };
				expect(parseReplay(formatReplay(replay, identity), identity)).toEqual(replay);
			},
		),
	);
});

test("repeated turns are counted", () => {
	const path = "0.0.1.3.3.3.3.3.3.0.40";
	const text = formatReplay({ path, unroll: 4, symmetry: true }, "");
	expect(text.split("-").slice(1)).toEqual(["4", "0013x6.0(40)"]);
});

test("a string of another test, and one that is none, are told apart", () => {
	const text = formatReplay({ path: "0.1", unroll: 2, symmetry: false }, "one");
	expect(parseReplay(text, "another")).toBe("foreign");
	for (const bad of ["", "x", "abc-4-01", `${text}!`, text.replace("01", "0x")])
		expect(parseReplay(bad, "one")).toBeUndefined();
});

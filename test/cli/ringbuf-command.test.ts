import fc from "fast-check";
import { expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

/** Runs `ringlit ringbuf` with these words. */
async function ringbuf(...words: readonly string[]) {
	const shell = memoryShell(memoryFiles(shippedTree));
	const code = await runCommandLine(["ringbuf", ...words], shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

const SMALL = ["--tiny", "--size", "32", "--producers", "1"];

test("a ring in which nothing forbidden happens", async () => {
	const { code, output, errors } = await ringbuf(...SMALL, "--property", "order,busy-read");
	expect([code, errors]).toEqual([0, ""]);
	expect(output).toMatch(/^ {2}busy-read +never\n {2}order +never$/m);
});

test("a ring in which something happens, as JSON", async () => {
	const options = ["--variant", "v5.8", "--hostile", "--consumer", "none", "--records", "16:hold,8"];
	const { code, output } = await ringbuf(...SMALL, ...options, "--property", "overlap", "--format", "json");
	expect(code).toBe(1);
	expect(JSON.parse(output).rings[0].properties).toMatchObject([{ name: "overlap", finding: "possible" }]);
});

test("where no record is ever reserved, a warning says so", async () => {
	const words = ["--tiny", "--size", "16", "--producers", "1", "--property", "order,failed-reserve"];
	const { code, output, errors } = await ringbuf(...words, "--records", "8", "--model", "sc,tso");
	expect(code).toBe(0);
	expect(errors).toMatch(
		/^warning: no record is ever reserved: the smallest takes 16 bytes .*\n {2}hint: .*\n$/,
	);
	expect(output).toMatch(/ {2}1 execution, 1 explored/);
	for (const other of [
		["--records", "8,0"],
		["--records", "8", "--variant", "user-v4"],
	])
		expect((await ringbuf(...words, ...other, "--print")).errors).toBe("");
	expect((await ringbuf(...words, "--records", "8,0")).errors).toBe("");
});

test("a ring that nobody writes to has no records", async () => {
	const { output } = await ringbuf(...SMALL, "--producers", "0", "--property", "order", "--model", "sc");
	expect(output).toMatch(/^ringbuf v6\.10: no producers, a consumer that drains, a ring of 32 bytes/);
});

test("a search that may not begin is no pass", async () => {
	const { code, output } = await ringbuf(...SMALL, "--property", "order", "--timeout", "0.0001");
	expect(code).toBe(3);
	expect(output).toContain("incomplete");
});

test("the test that a configuration stands for is printed", async () => {
	const { code, output } = await ringbuf(...SMALL, "--records", "12:discard", "--print");
	expect(code).toBe(0);
	expect(output).toMatch(/^C ringbuf-v6\.10\n[\s\S]*#include "v6\.10\.c"[\s\S]*produce\(12, 0, true\);/);
});

test("a record that one helper sends is as good as one that is reserved and submitted", async () => {
	const findings = async (records: string): Promise<string> => {
		const { code, output } = await ringbuf(...SMALL, "--producers", "2", "--records", records);
		expect(code).toBe(0);
		return output.replace(" (output)", "").replace(/, [\d.]+ m?s$/m, "");
	};
	expect(await findings("8:output")).toBe(await findings("8"));
});

test("what there is can be listed", async () => {
	const { code, output } = await ringbuf("--list");
	expect(code).toBe(0);
	for (const name of ["user-v4", "lost-wakeup", "avail-beyond-ring", "re-entry"])
		expect(output).toContain(name);
});

test("a scenario is checked by its name", async () => {
	const { code, output } = await ringbuf("scenario", "oversize");
	expect(code).toBe(0);
	expect(output).toContain("overlap");
	expect(output).not.toContain("expected:");
});

test.each([
	[["--size", "100"], "-EINVAL"],
	[["--size", "64"], "With --tiny"],
	[["--records", "5000"], "-E2BIG"],
	[["--records", "8,"], '"" is no record'],
	[["--records", "8:hld"], ":hold"],
	[["--records", "8:output", "--variant", "user-v4"], "user ring"],
	[["--records", "-8"], "is no record"],
	[["--variant", "v6.1"], "Did you mean v6.10 or v6.15?"],
	[["--property", "overlp"], "Did you mean overlap?"],
	[["scenario", "wakeup-edg"], "Did you mean wakeup-edge?"],
	[["questions", "z"], 'a question cannot be "z"'],
	[["--bits", "12"], "It is one of 64, 32, 16, 8."],
	[["--start", "x"], "positions cannot begin at x"],
	[["--start", "-8"], "positions cannot begin at -8"],
	[["--start", "4"], "positions cannot begin at 4"],
	[["--producers", "9"], "must be from 0 to 8"],
	[["--producers", "many"], "is not a whole number"],
	[["--consumer", "eats"], "drain, poll, snapshot, none"],
	[["--nested", "often"], "none, nmi, task"],
	[["--consumers", "2"], "The kernel's ring has one consumer."],
	[["--variant", "user-v4", "--nested", "nmi"], "makes no sense with variant user-v4"],
	[["--set", "retries"], "A setting is name=value"],
	[["--set", "ring_size=8"], "It follows from --size."],
	[["--set", "retris=1"], "Did you mean retries?"],
	[["--consumer", "poll", "--set", "level_triggered=2"], "choose a value in 0..1"],
	[["--model", "lkm"], "there is no model"],
	[["--timeout", "soon"], "--timeout"],
	[["--format", "xml"], "--format"],
	[["--sise", "8"], "--size"],
] as const)("%j is refused", async (words, message) => {
	const { code, output, errors } = await ringbuf(...words);
	expect(errors).toContain(message);
	expect([code, output]).toEqual([2, ""]);
});

/** Words that options may have for values: good, bad, and nonsense. */
const value = fc.oneof(
	fc.constantFrom(
		"8",
		"0",
		"32",
		"4096",
		"-1",
		"1e9",
		"0x20",
		"lkmm",
		"v5.8",
		"user-v4",
		"none",
		"poll",
		"task",
	),
	fc.constantFrom("8:hold", "8:discard,0", "retries=1", "order", "", ",", "=", ":", "99999999999999999999"),
	fc.string({ maxLength: 6 }),
);
const option = fc.constantFrom(
	...["--variant", "--producers", "--consumers", "--consumer", "--queries", "--records", "--size"],
	...["--nested", "--bits", "--start", "--property", "--set", "--model", "--unroll", "--timeout", "--format"],
);
const flag = fc.constantFrom("--tiny", "--hostile", "--no-symmetry", "--list", "scenario", "stray");

test("no options make it fall over", async () => {
	const words = fc
		.array(fc.oneof(fc.tuple(option, value), fc.tuple(flag)), { maxLength: 6 })
		.map((all) => all.flat());
	await fc.assert(
		fc.asyncProperty(words, async (given) => {
			// Only printed, so that no search takes long.
			const { code, output, errors } = await ringbuf(
				...given.filter((word) => word !== "scenario"),
				"--print",
			);
			if (code === 2) expect([output, errors === ""]).toEqual(["", false]);
			else expect([code, errors]).toEqual([0, ""]);
		}),
		{ numRuns: 60 },
	);
});

test("what happens is explained step by step, with the ring, and the same again by its string", async () => {
	const words = ["--variant", "v5.8", "--hostile", "--consumer", "none", "--records", "16:hold,8"];
	const checked = await ringbuf(...SMALL, ...words, "--property", "overlap");
	const [, command = ""] = /look closer: ringlit ringbuf (explain .*)/.exec(checked.output) ?? [];
	const told = await ringbuf(...command.split(" "));
	expect([told.code, told.errors]).toEqual([0, ""]);
	expect(told.output).toContain("P0 producer");
	expect(told.output).toContain("P1 hostile user");
	expect(told.output).toMatch(/^Violation: overlap: P0's record \[0, 24\)/m);
	expect(told.output).toContain("OVERLAP");
	const first = await ringbuf("explain", ...SMALL, ...words);
	expect(first.output).toMatch(/--property\s+overlap[\s\\]+--replay/);
	expect((await ringbuf("explain", ...SMALL, ...words, "--replay", "nonsense")).code).toBe(2);
});

test("where nothing forbidden happens there is nothing to explain", async () => {
	const { code, output } = await ringbuf("explain", ...SMALL, "--property", "order,busy-read");
	expect(code).toBe(0);
	expect(output).toContain("nothing forbidden can happen");
});

test("a search for something to explain says why it ended", async () => {
	const shell = memoryShell(memoryFiles(shippedTree));
	shell.interrupt();
	expect(await runCommandLine(["ringbuf", "explain", ...SMALL, "--property", "order"], shell)).toBe(3);
	expect(shell.output()).toContain("nothing forbidden was found (incomplete: interrupted)");
	const { code, output } = await ringbuf("explain", ...SMALL, "--property", "order", "--timeout", "0.0001");
	expect([code, output.includes("nothing forbidden was found in 0.0001 s")]).toEqual([3, true]);
});

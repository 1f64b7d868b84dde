import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reproduce } from "../../../src/report/story/reproduce.ts";
import { messagePassing } from "./stories.ts";

/** The words that a shell makes of a command. */
function shellWords(command: readonly string[]): string[] {
	const script = `show() { for word; do printf '%s\\n' "$word"; done; }\n${["show", ...command].join(" ")}\n`;
	return execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\n").slice(0, -1);
}

test("a short command is one line", () => {
	expect(reproduce(messagePassing, 74, true)).toEqual([
		"ringlit explain MP+poonceonces.litmus --replay r0s1",
	]);
	expect(reproduce({ ...messagePassing, sources: [] }, 74, true)).toBeUndefined();
});

test("a shell takes a long command as it is, however it is split", () => {
	const word = fc.oneof(
		fc.string({ unit: fc.constantFrom(..."ab1-./:'$ \"\\"), minLength: 1, maxLength: 200 }),
		fc.constantFrom("--model", "sc", "it's", "-"),
	);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), word, (command, replay) => {
			const lines = reproduce({ ...messagePassing, command, replay }, 74, true) ?? [];
			expect(lines.filter((line) => line.length > 74)).toEqual([]);
			expect(shellWords([lines.join("\n")])).toEqual([...command, "--replay", replay]);
		}),
		{ numRuns: 60 },
	);
});

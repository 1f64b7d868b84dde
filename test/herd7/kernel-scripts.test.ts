import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, buildBundle } from "./bundle.ts";

const HERE = new URL(".", import.meta.url).pathname;

let bundle: Bundle;

beforeAll(() => {
	bundle = buildBundle("scripts");
});

afterAll(() => bundle.remove());

/** A test with a `Result:` line, if `promise` has words. */
function promising(promise: string, body: string): string {
	return `C test\n\n(*\n${promise === "" ? "" : ` * Result: ${promise}\n`} *)\n\n${body}`;
}

const SB = `{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }
P1(int *x, int *y) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*x); }
exists (0:r0=0 /\\ 1:r0=0)
`;
const FENCED = SB.replaceAll("; int", "; smp_mb(); int");
const RACE = "{}\nP0(int *x) { *x = 1; }\nP1(int *x) { int r0 = *x; }\nexists (1:r0=1)\n";
const STUCK = "{}\nP0(spinlock_t *l) { spin_lock(l); spin_lock(l); }\nexists (l=1)\n";
const BROKEN = SB.replace("(*x, 1)", "(*x, 1");
const UNKNOWN = SB.replace("READ_ONCE", "READ_TWICE").replace("WRITE_ONCE", "WRITE_THRICE");
const LONG = `{}\n${Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`).join("\n")}\nexists (x=0)\n`;

/** For each test's name its promise, its body, and what the scripts conclude. */
const TESTS: readonly (readonly [string, string, string, string])[] = [
	["always", "Always", SB.replace("0:r0=0 /\\ 1:r0=0", "x=1"), "as promised"],
	["broken", "Sometimes", BROKEN, "verification error"],
	["deadlock", "DEADLOCK", STUCK, "as promised"],
	["deadlock-missing", "DEADLOCK", SB, "not DEADLOCK"],
	["deadlock-unexpected", "Never", STUCK, "unexpected deadlock"],
	["forbidden", "Never", FENCED.replace("exists", "~exists"), "as promised"],
	["maybe", "Maybe", SB, "as promised"],
	["never", "Never", FENCED, "as promised"],
	["never-wrongly", "Never", SB, "not Never"],
	["no-promise", "", SB, "nothing promised"],
	["race", "Sometimes DATARACE", RACE, "as promised"],
	["race-missing", "Sometimes DATARACE", SB, "data race: promised 'DATARACE', found ''"],
	["race-unexpected", "Sometimes", RACE, "data race: promised '', found 'DATARACE'"],
	["required", "Sometimes", SB.replace("exists", "forall"), "as promised"],
	["sometimes", "Sometimes", SB, "as promised"],
	["sometimes-wrongly", "Sometimes", FENCED, "not Sometimes"],
	["unknown", "Sometimes", UNKNOWN, "unknown macro: WRITE_THRICE READ_TWICE"],
];

/** What the scripts conclude of tests that have so many seconds each, a line a test, sorted. */
function judge(folder: string, tests: typeof TESTS, seconds: number): string[] {
	const inputs = join(bundle.scratch, folder);
	const outputs = join(bundle.scratch, `${folder}-outputs`);
	mkdirSync(inputs);
	mkdirSync(outputs);
	for (const [name, promise, body] of tests) {
		writeFileSync(join(inputs, `${name}.litmus`), promising(promise, body));
	}
	const judged = execFileSync("sh", [join(HERE, "judge-folder.sh"), inputs, outputs, String(seconds)], {
		cwd: join(HERE, "inputs/tree"),
		env: { ...process.env, PATH: `${bundle.path}:${process.env.PATH}` },
		encoding: "utf8",
	});
	// The shell's order of files depends on the locale.
	return judged.trimEnd().split("\n").sort();
}

test("the kernel's scripts draw the right conclusions", { timeout: 300_000 }, () => {
	const expected = TESTS.map(([name, , , verdict]) => `${name}: ${verdict}`).sort();
	expect(judge("tests", TESTS, 60)).toEqual(expected);
});

test("the kernel's scripts see a timeout, and no part of a verdict", () => {
	expect(judge("long", [["long", "Never", LONG, "timeout"]], 3)).toEqual(["long: timeout"]);
	const cut = readFileSync(join(bundle.scratch, "long-outputs/long.litmus.out"), "utf8");
	expect(cut).not.toMatch(/^(?:Test|States|Observation)/m);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Shell } from "../../../src/cli/shell.ts";
import { readOracle } from "../../oracle/read-oracle.ts";
import { type ScratchFolder, scratchFolder } from "../scratch-folder.ts";
import { check, gateShell, tinyTest, workersHere } from "./gate-shell.ts";

const LKMM = new URL("../../../litmus/lkmm", import.meta.url).pathname;

let scratch: ScratchFolder;

beforeAll(() => {
	scratch = scratchFolder();
	for (const [index, { litmus }] of readOracle().entries())
		if (index % 10 === 0) scratch.write(`oracle/${String(index).padStart(4, "0")}.litmus`, litmus);
	const results = ["Sometimes", "Sometimes", "Never", "Sometimes", undefined, "Always", "Sometimes"];
	for (const [index, result] of results.entries())
		scratch.write(`mixed/${index}.litmus`, tinyTest(`test-${index}`, result));
	scratch.write("mixed/3b.litmus", "C broken\n{}\nP0(int *x) { WRITE_ONCE(*x; }\nexists (x=1)\n");
	for (let index = 0; index < 20; index++) scratch.write(`tiny/${index}.litmus`, tinyTest(`tiny-${index}`));
	scratch.write("one.litmus", tinyTest("one", "Sometimes"));
	// Far more coherence orders than can be explored: nobody is done before the interrupt comes.
	const threads = Array.from({ length: 14 }, (_, i) => `P${i}(int *x) { WRITE_ONCE(*x, ${i + 1}); }`);
	scratch.write("long/0.litmus", tinyTest("first"));
	for (const name of ["l1", "l2", "l3", "l4"])
		scratch.write(`long/${name}.litmus`, `C ${name}\n{}\n${threads.join("\n")}\nexists (x=0)\n`);
});

afterAll(() => scratch.remove());

const withWorkers = (cores: number, given: Partial<Shell> = {}) =>
	gateShell({ workers: workersHere(cores), now: () => performance.now(), ...given });

test("2 and 4 threads say of suite and oracle what one says", async () => {
	const paths = [`${LKMM}/atomics`, `${scratch.path}/oracle`];
	const options = { model: "lkmm" };
	const alone = await check(paths, { ...options, jobs: 1 }, withWorkers(4));
	expect(JSON.parse(alone.output).tests.length).toBeGreaterThan(160);
	for (const jobs of [2, 4])
		expect(await check(paths, { ...options, jobs }, withWorkers(jobs))).toEqual(alone);
});

test.each([
	undefined,
	2,
	3,
	20,
])("with %s jobs failures, errors and a filter come out the same", async (jobs) => {
	for (const options of [
		{ format: "text" },
		{ format: "json" },
		{ format: "text", filter: "/[0246]/" },
		{ format: "text", bail: true },
		{ format: "text", model: "sc,lkmm" },
	] as const) {
		const paths = [`${scratch.path}/mixed`, "gone", `${scratch.path}/one.litmus`];
		const alone = await check(paths, { ...options, jobs: 1 });
		const shared = await check(paths, { ...options, ...(jobs && { jobs }) }, withWorkers(8));
		expect(shared).toEqual(alone);
	}
});

test("a thread that dies leaves one error, and everything else is checked", async () => {
	let isDead = false;
	const workers = workersHere(2);
	const shell = withWorkers(2, {
		workers: {
			cores: 2,
			start(task) {
				const link = workers.start(task);
				return {
					...link,
					listen(onMessage, onEnd) {
						// It has taken tests that nobody hears of any more, and is about one.
						const memory = new Int32Array((task as unknown as { memory: SharedArrayBuffer }).memory);
						const test = Atomics.add(memory, 0, 2);
						Atomics.store(memory, 3, test + 1);
						isDead = true;
						onMessage([]);
						setTimeout(() => onEnd("out of memory"), 20);
					},
				};
			},
		},
	});
	const { output, code } = await check([`${scratch.path}/tiny`], { jobs: 2 }, shell);
	expect(isDead).toBe(true);
	expect(code).toBe(2);
	const { tests } = JSON.parse(output);
	const alone = JSON.parse((await check([`${scratch.path}/tiny`], { jobs: 1 })).output);
	const errors = tests.filter(({ status }: { status: string }) => status === "error");
	expect(errors).toHaveLength(1);
	expect(errors[0].message).toContain("out of memory");
	expect(tests.slice(1)).toEqual(alone.tests.slice(1));
});

test("an interrupt ends all threads, with what is known in order", async () => {
	const shell: ReturnType<typeof withWorkers> = withWorkers(3, {
		write: (text) => {
			output += text;
			if (/^[✓✗]/.test(text)) shell.interrupt();
		},
	});
	let output = "";
	const { code } = await check([`${scratch.path}/long`], { format: "text", jobs: 3 }, shell);
	expect(code).toBe(3);
	expect(output).toMatch(/^✓ first /m);
	expect(output).toMatch(/ not run| incomplete/);
});

test("a line on a terminal says how far the run is, and is gone at the end", async () => {
	let now = 0;
	const shell = gateShell({ isErrorTerminal: true, errorColumns: () => 60, now: () => (now += 60) });
	const { code, errors, output } = await check([`${scratch.path}/mixed`], { format: "text" }, shell);
	expect(code).toBe(2);
	const pictures = errors.split("\r\u001b[K");
	expect(pictures.some((picture) => /^\d\/8 tests, [01] running.* \d+ executions\/s$/.test(picture))).toBe(
		true,
	);
	for (const picture of pictures) expect(picture.length).toBeLessThan(60);
	expect(pictures.at(-1)).toBe("");
	expect(output).not.toContain("executions/s");
});

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { timeProcess } from "./time-process.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 3;

/** The part of a JSON report that is printed here. */
const Report = z.object({
	tests: z
		.array(
			z.object({
				name: z.string(),
				positive: z.number(),
				negative: z.number(),
				explored: z.object({ executions: z.number(), deadEnds: z.number() }),
			}),
		)
		.length(1),
});

/**
 * One whole process for each test of the ring buffer, beside an empty Node process: time, the ratio of the
 * two, executions, leaves of the search, and dead ends per execution found.
 */
export async function benchSuite(): Promise<void> {
	const ringlit = join(root, "dist/ringlit.js");
	const empty = timeProcess(["-e", "0"], RUNS).milliseconds;
	const help = timeProcess([ringlit, "--help"], RUNS).milliseconds;
	print(
		`empty node process ${empty.toFixed(0)} ms; ringlit --help ${help.toFixed(0)} ms (x${(help / empty).toFixed(1)})`,
	);
	print("");
	print(row("bpf-rb test", "ms", "x empty", "executions", "leaves", "dead/leaf"));
	const folder = join(root, "litmus/bpf-rb");
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
	for (const file of files.filter((name) => name.endsWith(".litmus")).sort()) {
		const { milliseconds, output } = timeProcess(
			[ringlit, "check", "--format", "json", join(folder, file)],
			RUNS,
		);
		const [test] = Report.parse(JSON.parse(output)).tests;
		const { executions, deadEnds } = test.explored;
		print(
			row(
				test.name,
				milliseconds.toFixed(0),
				(milliseconds / empty).toFixed(1),
				String(test.positive + test.negative),
				String(executions),
				(deadEnds / Math.max(1, executions)).toFixed(2),
			),
		);
	}
}

function row(name: string, ...figures: readonly string[]): string {
	return name.padEnd(40) + figures.map((figure) => figure.padStart(11)).join("");
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

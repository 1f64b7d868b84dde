import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { timeProcess } from "./time-process.ts";

const ringlit = join(fileURLToPath(new URL("../..", import.meta.url)), "dist/ringlit.js");

/** Rings that are searched to the end, each with all properties that it puts at stake. */
const RINGS: readonly (readonly string[])[] = [
	["--variant", "v6.10", "--producers", "2", "--records", "8"],
	["--variant", "v6.10", "--producers", "3", "--records", "8"],
	["--variant", "overwrite", "--producers", "3", "--records", "8"],
	["--variant", "v6.10", "--producers", "2", "--records", "8,0"],
	["--variant", "overwrite", "--producers", "2", "--records", "8,0"],
	["--variant", "v6.10", "--producers", "4", "--records", "0"],
];

/** The part of a JSON report that is printed here. */
const Ring = z.object({
	executions: z.union([z.number(), z.string()]),
	explored: z.number(),
	limits: z.array(z.string()),
});
const Report = z.object({ rings: z.tuple([Ring]) });

/** One whole process for each ring, once, beside the first of them: seconds, the ratio, executions and leaves. */
export function benchRing(): void {
	process.stdout.write("\nring of 32 bytes, a consumer that drains\n");
	let first: number | undefined;
	for (const options of RINGS) {
		const { milliseconds, output } = timeProcess(
			[ringlit, "ringbuf", "--tiny", "--size", "32", "--format", "json", ...options],
			1,
			0,
		);
		first ??= milliseconds;
		const { rings } = Report.parse(JSON.parse(output));
		const [{ executions, explored, limits }] = rings;
		const figures = [
			`${(milliseconds / 1000).toFixed(1)} s`,
			`x${(milliseconds / first).toFixed(1)}`,
			`${executions} executions`,
			`${explored} leaves`,
			...limits,
		];
		process.stdout.write(
			`${options.join(" ").padEnd(52)}${figures.map((figure) => figure.padStart(18)).join("")}\n`,
		);
	}
}

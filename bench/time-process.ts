import { spawnSync } from "node:child_process";
import { median } from "./median.ts";

/**
 * Milliseconds of wall time that a whole Node process takes, the median of `runs` after `uncounted` ones, with what the
 * last one printed.
 */
export function timeProcess(
	args: readonly string[],
	runs: number,
	uncounted = 1,
): { readonly milliseconds: number; readonly output: string } {
	const times: number[] = [];
	let output = "";
	for (let run = -uncounted; run < runs; run++) {
		const start = performance.now();
		output = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
		if (run >= 0) times.push(performance.now() - start);
	}
	return { milliseconds: median(times), output };
}

import type { Command } from "commander";
import { describeCheckpoints } from "./describe-checkpoints.ts";

/**
 * Adds the options of commands whose search may take long, but for `--timeout`, which all have.
 * @param wholeNumber makes a parser of whole numbers of at least so much
 */
export function describeLongRun(
	command: Command,
	wholeNumber: (least: number) => (text: string) => number,
	seconds: (text: string) => number,
): Command {
	return describeCheckpoints(
		command.option("--jobs <n>", "threads that search at once", wholeNumber(1), 1),
		wholeNumber,
		seconds,
	);
}

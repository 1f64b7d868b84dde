import type { Command } from "commander";

/**
 * Adds the options of commands whose search may take long, but for `--timeout` and `--jobs`, which each describes itself.
 * @param wholeNumber makes a parser of whole numbers of at least so much
 */
export function describeLongRun(
	command: Command,
	wholeNumber: (least: number) => (text: string) => number,
	seconds: (text: string) => number,
): Command {
	return command
		.option(
			"--max-memory <MB>",
			"stop a search that uses more, with what it knows (default: what Node allows)",
			wholeNumber(1),
		)
		.option("--checkpoint <file>", "write there, now and then, where the search stands")
		.option("--checkpoint-every <seconds>", "how often (default: 5)", seconds)
		.option("--resume <file>", "go on where a search that wrote this checkpoint stopped");
}

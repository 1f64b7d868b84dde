import type { Command } from "commander";

/**
 * Adds the options that say when a search stops, but for `--timeout`, and what it keeps.
 * @param wholeNumber makes a parser of whole numbers of at least so much
 */
export function describeCheckpoints(
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

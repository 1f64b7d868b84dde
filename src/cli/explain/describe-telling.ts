import type { Command } from "commander";

/** Adds the options that say how a story is told. */
export function describeTelling(command: Command, seconds: (text: string) => number): Command {
	return command
		.option("--replay <string>", "the execution that this string brings back")
		.option("--timeout <seconds>", "look for the smallest execution no longer than this", seconds, 20)
		.option("--all", "show accesses, too, that no other thread can notice", false)
		.option("--mail [file]", "as plain text under 75 columns, for a reply on a mailing list")
		.option("--html [file]", "as one page to step through, which needs no network")
		.option("--svg [file]", "as a picture")
		.option("--dot [file]", "as a graph, for Graphviz")
		.option("--json [file]", "as data")
		.option("--no-interactive", "print it on a terminal, too, instead of stepping through it");
}

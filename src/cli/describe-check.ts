import { type Command, Option } from "commander";
import { DOCUMENT_FORMATS } from "../report/gate/document-formats.ts";
import { formatDiagnostic } from "../source/format-diagnostic.ts";
import { conflictingOptions } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";
import { describeLongRun } from "./long-run/describe-long-run.ts";
import { parseShard } from "./parse-shard.ts";
import { SHIPPED_MODELS } from "./shipped-models.ts";

/** Parsers of options that commands share. */
export interface CheckParsers {
	readonly wholeNumber: (least: number) => (text: string) => number;
	readonly seconds: (text: string) => number;
	readonly gather: (value: string, before?: readonly string[]) => readonly string[];
	readonly color: () => Option;
	readonly settings: () => Option;
	/** A parser as the describer of options wants it. */
	readonly accept: <T>(parse: (text: string) => Result<T>) => (text: string) => T;
}

/**
 * Describes `ringlit check`.
 * @param parsers of options that it shares with other commands
 */
export function describeCheck(
	command: Command,
	{ wholeNumber, seconds, gather, color, settings, accept }: CheckParsers,
): Command {
	refuseTwoConfigurations(command);
	return describeLongRun(command, wholeNumber, seconds)
		.description("check litmus tests against what they promise")
		.argument(
			"[path...]",
			"tests, or folders that are searched for *.litmus (default: those of the configuration)",
		)
		.option(
			"--model <models>",
			`${SHIPPED_MODELS.join(", ")}, or the path of a .cat file; several, with commas between, are compared (default: "lkmm")`,
		)
		.option("--conf <file>", "a kernel tree's model, by its configuration: linux-kernel.cfg")
		.option("--cat <file>", "a kernel tree's model; it is compared with those of --model")
		.option("--bell <file>", "definitions that are read before it, and its tags")
		.option("--macros <file>", "definitions of the primitives that tests call")
		.option("--variant <names>", "variants of it that are switched on, such as lkmmv2")
		.option("-I <folder>", "look for the model's and the tests' files there, too", gather)
		.addOption(settings())
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 4)
		.option("--timeout <seconds>", "give up on a test after so long, under each model", seconds)
		.addOption(
			new Option("--format <format>", "form of the report")
				.choices(["text", ...DOCUMENT_FORMATS])
				.default("text"),
		)
		.option("--output <file>", "write the report to a file, and print the text")
		.option("--filter <text>", "only tests whose name contains this, or matches /this/")
		.option("--no-symmetry", "explore threads of one body one by one, not up to renaming")
		.option("--bail", "stop at the first test that fails or is in error", false)
		.option(
			"--jobs <n>",
			"tests that are checked at the same time (default: as many as pay); threads that search, of one test",
			wholeNumber(1),
		)
		.option(
			"--shard <i/n>",
			"check the i-th of n parts; ringlit merge puts JSON reports together",
			accept(parseShard),
		)
		.option("--changed [revision]", "only tests that have changed since then (default: the last commit)")
		.option("--watch", "check again what changes, until interrupted")
		.option("--update", "write Result: comments into tests that have none, after asking")
		.option("--yes", "let --update write without asking")
		.option("--no-cache", "use nothing that earlier runs have kept")
		.option(
			"--config <file>",
			"defaults of these options (default: ringlit.config.json, .mjs, .js or .ts here)",
		)
		.option("--no-config", "read no such file")
		.addOption(color())
		.addHelpText(
			"after",
			`
A test promises by a comment whose line begins "(* Result:" or " * Result:", followed by Never,
Sometimes, Always, Maybe (any of them) or DEADLOCK, and by DATARACE if it has a data race. With several
models the first is held to that, and decides whether a test fails; the others have a column each, and
count only where one of them could not be explored to its end.

Examples:
  ringlit check --filter MP litmus         tests with MP in their name
  ringlit check --filter '/^(MP|SB)/' .    tests whose name begins with MP or SB
  ringlit check --model lkmm,armv8,tso .   a column for each model, and where they differ
  ringlit check --set producers=3 rb.litmus  other values for the parameters that a test declares
  ringlit check --conf linux-kernel.cfg .  the model of the kernel tree in this folder
  ringlit check --format json litmus       one JSON document, for other programs
  ringlit check --format junit --output report.xml litmus   a report for a build server
  ringlit check --changed origin/main .    what a branch touches: tests, what they include, models`,
		);
}

/** Which of `--config` and `--no-config` came last is nothing that a user should have to think of. */
function refuseTwoConfigurations(command: Command): void {
	const given = new Set<string>();
	for (const name of ["config", "no-config"]) command.on(`option:${name}`, () => given.add(name));
	command.hook("preAction", () => {
		if (given.size < 2) return;
		const fault = conflictingOptions("--config", "--no-config", "leave one of them out");
		command.error(formatDiagnostic(fault));
	});
}

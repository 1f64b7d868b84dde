import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageFile from "../../package.json" with { type: "json" };
import type { Result } from "../source/result.ts";
import { describeAudit } from "./audit/describe-audit.ts";
import type { AuditCommandOptions } from "./audit/options.ts";
import type { GivenCheckOptions } from "./check/check-from-command-line.ts";
import { describeCheck } from "./describe-check.ts";
import type { DiffCommandOptions } from "./diff/diff-command.ts";
import { BAD_INPUT } from "./exit-code.ts";
import { describeTelling } from "./explain/describe-telling.ts";
import type { ExplainCommandOptions } from "./explain/explain-command.ts";
import type { LowerCommandOptions } from "./lower-command.ts";
import type { LspOptions } from "./lsp/options.ts";
import { describeMerge } from "./merge/describe-merge.ts";
import type { MergeCommandOptions } from "./merge/merge-command.ts";
import type { PairsCommandOptions } from "./pairs-command.ts";
import { parseSeconds, parseWholeNumber } from "./parse-number.ts";
import { parseSettings, type Settings } from "./parse-settings.ts";
import { describeRingbuf } from "./ringbuf/describe-ringbuf.ts";
import type { Shell } from "./shell.ts";
import { SHIPPED_MODELS } from "./shipped-models.ts";
import type { ShowCommandOptions } from "./show-command.ts";

/**
 * Carries out a command line. The commands themselves are loaded only when they are called, so that help
 * comes at once.
 *
 * @param words the arguments, without the program's own name
 * @returns the exit code
 */
export async function runCommandLine(words: readonly string[], shell: Shell): Promise<number> {
	let code = 0;
	const program = describeProgram(shell);

	const seconds = accept(parseSeconds);
	describeCheck(program.command("check"), {
		wholeNumber,
		seconds,
		gather,
		color: colorOption,
		settings: setOption,
		accept,
	}).action(async (paths: string[], options: GivenCheckOptions, command: Command) => {
		const { checkFromCommandLine } = await import("./check/check-from-command-line.ts");
		const isGiven = (name: string): boolean => command.getOptionValueSource(name) === "cli";
		code = await checkFromCommandLine(paths, options, isGiven, shell);
	});
	describeMerge(program.command("merge"), { color: colorOption }).action(
		async (paths: string[], options: MergeCommandOptions) => {
			const { mergeCommand } = await import("./merge/merge-command.ts");
			code = mergeCommand(paths, options, shell);
		},
	);
	describeShow(program.command("show")).action(async (path: string, options: ShowCommandOptions) => {
		const { showCommand } = await import("./show-command.ts");
		code = showCommand(path, options, shell);
	});
	describeLower(program.command("lower")).action(async (path: string, options: LowerCommandOptions) => {
		const { lowerCommand } = await import("./lower-command.ts");
		code = lowerCommand(path, options, shell);
	});
	describePairs(program.command("pairs")).action(async (path: string, options: PairsCommandOptions) => {
		const { pairsCommand } = await import("./pairs-command.ts");
		code = await pairsCommand(path, options, shell);
	});

	describeAudit(program.command("audit"), {
		wholeNumber,
		seconds: accept(parseSeconds),
		gather,
		set: setOption,
		color: colorOption,
	}).action(async (path: string, options: AuditCommandOptions) => {
		const { auditCommand } = await import("./audit/audit-command.ts");
		code = await auditCommand(path, options, shell);
	});

	describeExplain(program.command("explain")).action(
		async (path: string | undefined, options: ExplainCommandOptions) => {
			const { explainCommand } = await import("./explain/explain-command.ts");
			code = await explainCommand(path, options, shell);
		},
	);

	describeDiff(program.command("diff")).action(async (paths: string[], options: DiffCommandOptions) => {
		const { diffCommand } = await import("./diff/diff-command.ts");
		code = await diffCommand(paths, options, shell);
	});

	describeLsp(program.command("lsp")).action(async (options: LspOptions) => {
		const { lspCommand } = await import("./lsp/lsp-command.ts");
		code = await lspCommand(options, shell);
	});

	describeRingbuf(
		program.command("ringbuf"),
		{ wholeNumber, seconds, gather, color: colorOption },
		shell,
		(result) => {
			code = result;
		},
	);

	try {
		await program.parseAsync([...words], { from: "user" });
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : BAD_INPUT;
		// Node's own exit code for what nobody catches is that of a verdict that differs.
		const [{ describeFault }, { formatDiagnostic }] = await Promise.all([
			import("./describe-fault.ts"),
			import("../source/format-diagnostic.ts"),
		]);
		shell.writeError(`${formatDiagnostic(describeFault(error, "ringlit"))}\n`);
		return BAD_INPUT;
	}
	return code;
}

function describeProgram(shell: Shell): Command {
	return new Command("ringlit")
		.description(packageFile.description)
		.version(packageFile.version)
		.exitOverride()
		.configureOutput({
			writeOut: (text) => shell.write(text),
			writeErr: (text) => shell.writeError(text),
		})
		.showHelpAfterError("(ringlit --help, or ringlit COMMAND --help, says what there is)")
		.addHelpText(
			"after",
			`
Examples:
  ringlit check litmus                     every test below a folder against its Result: comment
  ringlit check --model tso MP.litmus      one test on another model
  ringlit show MP.litmus                   what a test's threads do, and how their accesses depend
  ringlit pairs MP.litmus                  which barriers pair, and what each prevents
  ringlit audit MP.litmus                  which orderings are needed, and which can be weaker
  ringlit explain MP.litmus                why an outcome can happen, or why it cannot
  ringlit diff A.litmus B.litmus           what can happen in one and not in the other
  ringlit ringbuf --list                   the ring buffer's variants, properties and scenarios

Exit codes:
  0  all is as expected
  1  a verdict differs from what its test promises
  2  bad input: a test in error, an unknown option, a missing file, a folder without tests
  3  incomplete: nothing failed, but some test was not explored to its end
  2 goes before 1, and 1 before 3.`,
		);
}

function describeShow(command: Command): Command {
	return command
		.description("show a test's threads, their events, and how these depend on each other")
		.argument("<file>", "a litmus test")
		.addOption(setOption())
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 1)
		.option("--paths <n>", "ways through a thread that are shown", wholeNumber(1), 8)
		.addOption(colorOption());
}

function describeExplain(command: Command): Command {
	command
		.description("explain an outcome: by the smallest execution that has it, or by why there is none")
		.argument("[file]", "a litmus test")
		.option("--state <condition>", "the outcome: 1:r0=1 /\\ x=2, or a final state as a report prints it")
		.option("--property <name>", "a property that the test names, or data-race")
		.option("--model <model>", `${SHIPPED_MODELS.join(", ")}, or the path of a .cat file (default: "lkmm")`);
	describeTree(command)
		.addOption(setOption())
		.option("--with <place=level>", "change an ordering first, as ringlit audit names it: 28:10=once", gather)
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 4)
		.option("--no-symmetry", "explore threads of one body one by one, not up to renaming");
	return describeTelling(command, accept(parseSeconds))
		.addOption(colorOption())
		.addHelpText(
			"after",
			`
Without --state and --property it is the outcome of the test's own condition. On a terminal the execution is
stepped through; ? shows the keys.

Examples:
  ringlit explain MP.litmus                       what the test's condition is about
  ringlit explain MP.litmus --state '1:r0=0'      another outcome
  ringlit explain MP.litmus --html mp.html        a page to step through
  ringlit explain MP.litmus --mail                text for a reply on a mailing list

Exit codes: 0 explained, 2 bad input, 3 not known: the search met its bound.`,
		);
}

function describeLower(command: Command): Command {
	return command
		.description("print the plain test, without loops, functions and arrays, that a test stands for")
		.argument("<file>", "a litmus test")
		.addOption(setOption());
}

function describePairs(command: Command): Command {
	return command
		.description("say which orderings of a test pair with each other, and what each of them prevents")
		.argument("<file>", "a litmus test")
		.option("--model <model>", `${SHIPPED_MODELS.join(", ")}, or the path of a .cat file`, "lkmm")
		.addOption(setOption())
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 4)
		.option("--timeout <seconds>", "give up on a search after so long", accept(parseSeconds))
		.addOption(colorOption())
		.addHelpText(
			"after",
			`
Each release, acquire, fence and read-modify-write is weakened alone, and the dependencies of each load
are cut, to see whether the test's condition, one of its properties or a data race can then happen. Two
orderings pair if both are needed and what the one keeps behind other accesses is seen by what the other
keeps before others. The comments can be put beside the barriers of a kernel's source.

Exit codes: 0, 2 for bad input, 3 if some search did not end.`,
		);
}

function describeDiff(command: Command): Command {
	command
		.description("say what can happen in one of two tests, models or revisions, and not in the other")
		.argument(
			"<path...>",
			"two tests, or two folders of tests; with --git or several models, those to compare",
		)
		.option(
			"--model <models>",
			`${SHIPPED_MODELS.join(", ")}, or the path of a .cat file; several, with commas between, are compared (default: "lkmm")`,
		)
		.option("--git <revision>", "compare with a commit: main; or two commits: v1.0..main");
	return describeTree(command)
		.addOption(setOption())
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 4)
		.option("--timeout <seconds>", "give up on a side of a test after so long", accept(parseSeconds))
		.option("--no-symmetry", "explore threads of one body one by one, not up to renaming")
		.addOption(
			new Option("--format <format>", "form of the report").choices(["text", "json"]).default("text"),
		)
		.addOption(colorOption())
		.addHelpText(
			"after",
			`
A line with - is of what only the first side has, one with + of what only the second has: final states, flags,
properties. Below it is the command that tells an execution with it. Side by side are the counts.

Examples:
  ringlit diff MP.litmus MP+rel+acq.litmus       what a release and an acquire take away
  ringlit diff before/ after/                    tests of one name in two folders
  ringlit diff --model lkmm,tso MP.litmus        what lkmm allows and x86 never shows, or the reverse
  ringlit diff --conf linux-kernel.cfg --model lkmm .   what an edited model changes
  ringlit diff --git main litmus/                what the changes since main do to the tests

Exit codes: 0 nothing differs, 1 something does, 2 bad input, 3 not known: a search met its bound.
2 goes before 1, and 1 before 3.`,
		);
}

/** The options that name a kernel tree's model. */
function describeTree(command: Command): Command {
	return command
		.option("--conf <file>", "a kernel tree's model, by its configuration: linux-kernel.cfg")
		.option("--cat <file>", "a kernel tree's model; it is compared with those of --model")
		.option("--bell <file>", "definitions that are read before it, and its tags")
		.option("--macros <file>", "definitions of the primitives that tests call")
		.option("--variant <names>", "variants of it that are switched on, such as lkmmv2")
		.option("-I <folder>", "look for the model's and the tests' files there, too", gather);
}

function describeLsp(command: Command): Command {
	return command
		.description("serve an editor: diagnostics, definitions, verdicts as you type")
		.option("--stdio", "over standard input and output; the only way there is")
		.option("--model <model>", `${SHIPPED_MODELS.join(", ")}, or the path of a .cat file (default: "lkmm")`)
		.option("--conf <file>", "a kernel tree's model, by its configuration: linux-kernel.cfg")
		.option("-I <folder>", "look for the tests' files there, too", gather)
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 4)
		.option(
			"--timeout <seconds>",
			"give up on a verdict or an explanation after so long",
			accept(parseSeconds),
			10,
		)
		.option("--no-verdicts", "only read tests, and check none")
		.addHelpText(
			"after",
			`
It speaks the Language Server Protocol; editors start it themselves. docs/editor.md says how.

Exit codes: 0 when the editor has ended it in order, 1 when the editor is gone, 2 bad options.`,
		);
}

function setOption(): Option {
	return new Option("--set <name=value,...>", "values of tests' parameters").argParser(
		(text: string, before?: Settings) => accept((given) => parseSettings(given, before))(text),
	);
}

function colorOption(): Option {
	return new Option("--color <when>", "colour the output")
		.choices(["auto", "always", "never"])
		.default("auto");
}

/** An option's value beside those that it was given before. */
function gather(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
}

function wholeNumber(least: number): (text: string) => number {
	return accept((text) => parseWholeNumber(text, least));
}

/** A parser of an option's value as commander wants it. */
function accept<T>(parse: (text: string) => Result<T>): (text: string) => T {
	return (text) => {
		const result = parse(text);
		if (result.ok) return result.value;
		throw new InvalidArgumentError(result.diagnostics.map(({ message }) => message).join("\n"));
	};
}

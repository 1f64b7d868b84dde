import { type Command, Option } from "commander";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { unusedByCommand } from "../../source/messages-cli.ts";
import type { DiffRingOptions } from "../diff/diff-ring-command.ts";
import { describeTelling } from "../explain/describe-telling.ts";
import { describeLongRun } from "../long-run/describe-long-run.ts";
import type { Shell } from "../shell.ts";
import type { ExplainRingOptions } from "./explain-ring-command.ts";
import type { RingbufOptions } from "./options.ts";
import { unusedOption } from "./unused-option.ts";

/** Parsers of options that the command line shares. */
interface Parsers {
	readonly wholeNumber: (least: number) => (text: string) => number;
	readonly seconds: (text: string) => number;
	readonly gather: (value: string, before?: readonly string[]) => readonly string[];
	readonly color: () => Option;
}

/**
 * Describes `ringlit ringbuf` and what is below it.
 * @param finish receives the exit code
 */
export function describeRingbuf(
	command: Command,
	{ wholeNumber, seconds, gather, color }: Parsers,
	shell: Shell,
	finish: (code: number) => void,
): void {
	describeLongRun(command, wholeNumber, seconds)
		.description("check the BPF ring buffer's protocol")
		.option("--variant <name>", "the version of the protocol", "v6.10")
		.option("--producers <n>", "processors that reserve and commit", wholeNumber(0), 2)
		.option("--consumers <n>", "processes that consume; two can only drain the user ring", wholeNumber(0), 1)
		.option(
			"--consumer <kind>",
			"drain, poll (sleeps in epoll), snapshot (copies and looks again), none",
			"drain",
		)
		.option("--queries <n>", "processes that ask how much there is to read", wholeNumber(0), 0)
		.option(
			"--records <sizes>",
			"bytes of each producer's records: 16,24:discard,8:output,8:no-wakeup,8:hold",
			"8",
		)
		.option("--size <bytes>", "size of the ring", wholeNumber(1), 4096)
		.option("--tiny", "allow a ring smaller than a page", false)
		.option("--hostile", "let another process write any position that user space may write", false)
		.option("--nested <how>", "interrupt producers once, anywhere: nmi, or task (in their own lock)", "none")
		.option("--bits <n>", "bits of a position: 8, 16, 32 or 64", wholeNumber(8), 64)
		.option("--start <position>", "where all positions begin", "0")
		.option("--property <names>", "only these, with commas between (default: all)")
		.option("--set <settings>", "parameters of the sources: level_triggered=0,retries=2", gather)
		.option("--with <place=level>", "change an ordering of the sources: commit.h:19:2=once", gather)
		.option("--model <models>", "memory models, with commas between", "lkmm")
		.option(
			"--unroll <n>",
			"iterations of a loop that are followed (default: as many as can matter)",
			wholeNumber(1),
		)
		.option("--timeout <seconds>", "give up after so long, on each model", seconds)
		.option(
			"--jobs <n>",
			"threads that search at once (default: all cores, if it takes long)",
			wholeNumber(1),
		)
		.option("--no-symmetry", "explore producers one by one, not up to renaming")
		.addOption(
			new Option("--format <format>", "form of the report").choices(["text", "json"]).default("text"),
		)
		.option("--print", "print the litmus test that this is, and do not check it", false)
		.option("--list", "list variants, properties and scenarios", false)
		.addOption(color())
		.addHelpText(
			"after",
			`
Examples:
  ringlit ringbuf --tiny --size 32 --records 8,0         two producers of two records each, which wrap
  ringlit ringbuf --variant v5.8 --hostile --tiny --size 32 --records 16:hold,8 --producers 1
  ringlit ringbuf --consumer poll --property lost-wakeup --set level_triggered=0 --model lkmm,tso,sc
  ringlit ringbuf diff --variant v5.8 --against v6.10    what one variant lets happen and the other does not
  ringlit ringbuf scenario wakeup-edge                   one of the scenarios with a known answer
  ringlit ringbuf questions a c                          open questions, answered
  ringlit ringbuf --records 8,0 --tiny --size 32 --jobs 4 --checkpoint ring.cp
  ringlit ringbuf --records 8,0 --tiny --size 32 --jobs 4 --checkpoint ring.cp --resume ring.cp

Exit codes: 0 nothing forbidden can happen, 1 something can, 2 bad input, 3 not known: incomplete.`,
		)
		.hook("preAction", (_, called) => {
			if (called !== command) refuseUnused(command, called);
		})
		.action(async (options: RingbufOptions) => {
			const { ringbufCommand } = await import("./ringbuf-command.ts");
			finish(await ringbufCommand({ ...options, words: wordsOf(command) }, shell));
		});
	command
		.command("scenario")
		.description("check scenarios whose answer is known")
		.argument("[name...]", "which; all if none is named")
		.action(async (names: string[], _: unknown, self: Command) => {
			const { scenarioCommand } = await import("./scenario-command.ts");
			finish(await scenarioCommand(names, self.optsWithGlobals(), shell));
		});
	describeTelling(
		command.command("explain").description("explain how a property comes to happen, step by step"),
		seconds,
	).action(async (_: unknown, self: Command) => {
		const { explainRingCommand } = await import("./explain-ring-command.ts");
		const options: ExplainRingOptions = { ...self.optsWithGlobals(), words: wordsOf(command) };
		finish(await explainRingCommand(options, shell));
	});
	command
		.command("audit")
		.description("say which orderings of a variant are needed, and which can be weaker together")
		.option("--fix", "print the edits of the cheapest set", false)
		.addHelpText(
			"after",
			`
Without options that say otherwise the variant is put to small workloads that together exercise all of its
orderings; --timeout is for each search, and 5 seconds if absent.`,
		)
		.action(async (_: unknown, self: Command) => {
			const { auditRingCommand } = await import("./audit-ring-command.ts");
			const given = givenOptions(command).map((option) => option.attributeName());
			const isConfigured = given.some((name) => !BESIDE_CONFIGURATION.has(name));
			finish(await auditRingCommand({ ...self.optsWithGlobals(), isConfigured }, shell));
		});
	command
		.command("diff")
		.description("say what can happen in one of two variants, or on one of two models, and not on the other")
		.option("--against <variant>", "the variant that is compared with that of --variant")
		.action(async (_: unknown, self: Command) => {
			const { diffRingCommand } = await import("../diff/diff-ring-command.ts");
			const options: DiffRingOptions = { ...self.optsWithGlobals(), words: wordsOf(command) };
			finish(await diffRingCommand(options, shell));
		});
	command
		.command("questions")
		.description("answer the open questions of the protocol's reviews")
		.argument("[letter...]", "which, a to j; all if none is named")
		.action(async (letters: string[], _: unknown, self: Command) => {
			const { questionsCommand } = await import("./questions-command.ts");
			finish(await questionsCommand(letters, self.optsWithGlobals(), shell));
		});
}

/** Options that say how a ring is checked, and not which, or nothing about the execution that is to be explained. */
const NOT_OF_THE_RING: ReadonlySet<string> = new Set([
	"--color",
	"--format",
	"--property",
	"--timeout",
	"--jobs",
	"--max-memory",
	"--checkpoint",
	"--checkpoint-every",
	"--resume",
]);

/** The words that say which configuration was asked for: the options of `ringlit ringbuf` that were given. */
function wordsOf(command: Command): string[] {
	const given = givenOptions(command).filter(({ long, flags }) => !NOT_OF_THE_RING.has(long ?? flags));
	return [
		"ringbuf",
		"explain",
		...given.flatMap((option) => {
			const value: unknown = command.getOptionValue(option.attributeName());
			const name = option.long ?? option.flags;
			if (typeof value === "boolean") return [name];
			return (Array.isArray(value) ? value : [value]).flatMap((one) => [name, String(one)]);
		}),
	];
}

/** Options that leave it to an audit what the variant is put to. */
const BESIDE_CONFIGURATION: ReadonlySet<string> = new Set([
	"variant",
	"model",
	"timeout",
	"format",
	"color",
	"unroll",
]);

/**
 * Ends a command below `ringlit ringbuf` that was given an option of the latter which it has no use for.
 * @throws CommanderError
 */
function refuseUnused(command: Command, called: Command): void {
	const given = givenOptions(command);
	const unused = unusedOption(
		called.name(),
		given.map((option) => option.attributeName()),
	);
	const option = given.find((one) => one.attributeName() === unused);
	if (option === undefined) return;
	const name = option.long ?? option.flags;
	called.error(formatDiagnostic(unusedByCommand(`ringlit ringbuf ${called.name()}`, name)));
}

function givenOptions(command: Command): readonly Option[] {
	return command.options.filter((option) => command.getOptionValueSource(option.attributeName()) === "cli");
}

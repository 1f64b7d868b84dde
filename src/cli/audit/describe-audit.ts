import { type Command, Option } from "commander";
import { SHIPPED_MODELS } from "../shipped-models.ts";

/** Options and parsers that the command line shares. */
interface Shared {
	readonly wholeNumber: (least: number) => (text: string) => number;
	readonly seconds: (text: string) => number;
	readonly gather: (value: string, before?: readonly string[]) => readonly string[];
	readonly set: () => Option;
	readonly color: () => Option;
}

/** Describes `ringlit audit`. */
export function describeAudit(
	command: Command,
	{ wholeNumber, seconds, gather, set, color }: Shared,
): Command {
	return command
		.description("say which orderings of a test are needed, which can be weaker, and what repairs it")
		.argument("<file>", "a litmus test")
		.option("--model <model>", `${SHIPPED_MODELS.join(", ")}, or the path of a .cat file`, "lkmm")
		.addOption(set())
		.option("-I <folder>", "look for the test's files there, too", gather)
		.option("--unroll <n>", "iterations of a loop that are followed", wholeNumber(1), 4)
		.option("--timeout <seconds>", "give up on a search after so long", seconds, 20)
		.option("--fix <file>", "write the test there, as weak as it can be, or repaired")
		.addOption(
			new Option("--format <format>", "form of the report").choices(["text", "json"]).default("text"),
		)
		.addOption(color())
		.addHelpText(
			"after",
			`
Each access, fence, read-modify-write and lock is weakened step by step down to a plain access or nothing,
to see whether the test's condition, one of its properties or a data race can then happen; then as many as
can be together. Where one of these happens as the test is, the smallest sets of stronger accesses and
further fences are looked for that prevent it. Costs are ranks; docs/audit.md has their table.

Examples:
  ringlit audit MP.litmus                         what of it is needed on the kernel's model
  ringlit audit --model tso MP.litmus             and on x86
  ringlit audit --fix weaker.litmus MP.litmus     the cheapest form of it
  ringlit explain --with 12:2=once MP.litmus      what happens after one of the changes

Exit codes: 0, 2 for bad input or where there is nothing to fix, 3 if some search did not end.`,
		);
}

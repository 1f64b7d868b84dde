import { type Command, Option } from "commander";
import { DOCUMENT_FORMATS } from "../../report/gate/document-formats.ts";

/** Describes `ringlit merge`. */
export function describeMerge(command: Command, { color }: { readonly color: () => Option }): Command {
	return command
		.description("put the JSON reports of a run's parts together")
		.argument("<report...>", "what ringlit check --shard i/n --format json has written, for each i")
		.addOption(
			new Option("--format <format>", "form of the report")
				.choices(["text", ...DOCUMENT_FORMATS])
				.default("text"),
		)
		.option("--output <file>", "write the report to a file, and print the text")
		.addOption(color())
		.addHelpText(
			"after",
			`
The report and the exit code are those of the same run in one part.

Examples:
  ringlit merge part-*.json                        the table and its summary
  ringlit merge --format sarif --output all.sarif part-*.json`,
		);
}

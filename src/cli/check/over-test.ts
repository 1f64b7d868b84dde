import { resolve } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { outputOverInput } from "../../source/messages-gate.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import type { Files } from "../files.ts";

/**
 * What is wrong if a report or a checkpoint is to be written over a test, as it is where the name of the file was left
 * out and a test's comes next. Links are not followed.
 */
export function overTest(
	paths: readonly string[],
	{ output, checkpoint }: Pick<CheckCommandOptions, "output" | "checkpoint">,
	files: Files,
): Diagnostic | undefined {
	const tests = new Set(paths.map((path) => resolve(path)));
	const written = [
		["--output", output],
		["--checkpoint", checkpoint],
	] as const;
	for (const [option, path] of written) {
		if (path === undefined || files.kind(path) !== "file") continue;
		if (path.endsWith(".litmus") || tests.has(resolve(path))) return outputOverInput(option, path, "a test");
	}
	return undefined;
}

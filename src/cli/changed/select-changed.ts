import { preprocess } from "../../litmus/preprocess/preprocess.ts";
import type { Result } from "../../source/result.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import type { CheckSettings } from "../check-test.ts";
import { readSource } from "../read-source.ts";
import { recordingFiles } from "../recording-files.ts";
import type { Selection } from "../select-tests.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import { changedFiles } from "./changed-files.ts";

/**
 * Those of some tests that a change touches: their own text, a file that they include or would include if it were
 * there, a file of one of the models, or the configuration. What could not be read, and what lies outside of the
 * repository, is always one of them. Reads each test that has not itself changed.
 */
export async function selectChanged(
	selections: readonly Selection[],
	{ changed, configuration, set, I }: CheckCommandOptions,
	{ models }: CheckSettings,
	shell: Shell,
): Promise<Result<readonly Selection[]>> {
	const files = await changedFiles(changed === undefined || changed === true ? "HEAD" : changed, ".");
	if (!files.ok) return files;
	const isChanged = (path: string): boolean => files.value.has(path);
	const common = models.flatMap(({ origin }) => [...(origin?.paths ?? [])]);
	if (configuration !== undefined) common.push(configuration);
	const touched = common.some(isChanged)
		? selections
		: selections.filter(
				(selection) =>
					"diagnostics" in selection ||
					isChanged(selection.path) ||
					files.value.isOutside(selection.path) ||
					[...filesOf(selection.path, { set, I }, shell)].some(isChanged),
			);
	return { ok: true, value: touched, warnings: [] };
}

/** Each path that is looked for to read a test. */
function filesOf(
	path: string,
	{
		set,
		I,
	}: { readonly set?: CheckCommandOptions["set"] | undefined; readonly I?: readonly string[] | undefined },
	shell: Shell,
): ReadonlySet<string> {
	const files = recordingFiles(shell.files);
	const text = readSource(path, "a litmus test", files);
	if (text.ok) preprocess(text.value, surroundingsOf({ ...shell, files }, set, I));
	return files.paths();
}

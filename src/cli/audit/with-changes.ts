import { editedText } from "../../audit/edited-text.ts";
import { requestedEdits } from "../../audit/requested-edits.ts";
import { sitesOf } from "../../audit/sites-of.ts";
import type { Dialect } from "../../litmus/dialect.ts";
import { loadProgram } from "../../litmus/load-program.ts";
import type { Surroundings } from "../../litmus/preprocess/read-include.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile } from "../../source/span.ts";

/** A test's text and what its directives refer to. */
export interface TestText {
	readonly file: SourceFile;
	/** What it may call; the built-in primitives, if absent. */
	readonly dialect?: Dialect | undefined;
	readonly surroundings: Surroundings;
}

/**
 * A test with some of its orderings changed, in the files that it includes as well.
 * @param changes as `--with` has them
 */
export function withChanges(
	{ file, dialect, surroundings }: TestText,
	changes: readonly string[],
): Result<TestText> {
	if (changes.length === 0) return { ok: true, value: { file, dialect, surroundings }, warnings: [] };
	const program = loadProgram(file, dialect, surroundings);
	if (!program.ok) return program;
	const edits = requestedEdits(changes, sitesOf([program.value]), file.path);
	if (!edits.ok) return edits;
	const edited = (source: SourceFile): SourceFile => {
		const own = edits.value.filter(({ span }) => span.file.path === source.path);
		return own.length === 0 ? source : { ...source, text: editedText(source.text, own) };
	};
	const { readInclude } = surroundings;
	const wrapped: Surroundings = {
		...surroundings,
		...(readInclude && {
			readInclude: (name, from) => {
				const found = readInclude(name, from);
				return found && edited(found);
			},
		}),
	};
	return { ok: true, value: { file: edited(file), dialect, surroundings: wrapped }, warnings: [] };
}

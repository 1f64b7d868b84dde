import type { Program } from "../../execution/program.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile, Span } from "../../source/span.ts";
import { ASKED_STATE } from "./ask-of-test.ts";

/**
 * Loads a test that is in order with one more thing that is asked of it: a condition, or a final state as a report prints it, with semicolons.
 * What is wrong with the state is told as something in `--state`.
 */
export function withState(
	file: SourceFile,
	state: string,
	load: (file: SourceFile) => Result<Program>,
): Result<Program> {
	const condition = state
		.split(";")
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.join(" && ");
	const head = `${file.text}\nforbidden "${ASKED_STATE}" (`;
	const loaded = load({ ...file, text: `${head}${condition})\n` });
	if (loaded.ok) return loaded;
	const end = head.length + condition.length;
	const isAtEnd = loaded.diagnostics.some(({ span }) => span !== undefined && span.start >= end);
	// A fault there is told of the end, and not of a parenthesis that the user has not written.
	const bare = isAtEnd ? load({ ...file, text: `${head}${condition}` }) : loaded;
	const told = bare.ok ? loaded : bare;
	const asked: SourceFile = { path: "<--state>", text: condition };
	const within = (offset: number): number => Math.max(0, Math.min(offset - head.length, condition.length));
	const moved = (span: Span): Span => ({ file: asked, start: within(span.start), end: within(span.end) });
	return {
		ok: false,
		diagnostics: told.diagnostics.map(
			(diagnostic): Diagnostic =>
				diagnostic.span === undefined ? diagnostic : { ...diagnostic, span: moved(diagnostic.span) },
		),
	};
}

import type { MatchResult } from "ohm-js";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { litmusLanguage, readMacroBody } from "./grammar.ts";
import { guardNesting } from "./guard-nesting.ts";
import type { MacroBody } from "./macro-table.ts";
import { type FailureDetails, parseFailure } from "./parse-failure.ts";

/** Reads the body that stands at `[start, end)` of a file of macros. Some tenths of a millisecond. */
export function parseMacroBody(file: SourceFile, start: number, end: number): Result<MacroBody> {
	return guardNesting(file, () => {
		const text = file.text.slice(start, end);
		const match = litmusLanguage().match(text, "MacroBody");
		if (match.succeeded()) return { ok: true, value: readMacroBody(match, { ...file, text }), warnings: [] };
		// Once more where it stands, so that the message points there and knows what follows.
		const before = file.text.slice(0, start).replace(/[^\n]/g, " ");
		const whole = litmusLanguage().match(before + file.text.slice(start), "MacroBody");
		const failed = whole.failed() ? whole : litmusLanguage().match(before + text, "MacroBody");
		const details = failed as MatchResult & FailureDetails;
		return { ok: false, diagnostics: [parseFailure(details, file)] };
	});
}

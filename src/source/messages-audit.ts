import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

function error(code: string, message: string, hint?: string, span?: Span): Diagnostic {
	return {
		code,
		severity: "error",
		message,
		...(hint !== undefined && { hint }),
		...(span !== undefined && { span }),
	};
}

/** A value of `--with` is no place and level. */
export function badChange(given: string): Diagnostic {
	return error(
		"bad-change",
		`"${given}" changes nothing`,
		"A change is a place and what the ordering there becomes, as ringlit audit writes it: 28:10=once, or commit.h:35:2=release.",
	);
}

/** `--with` names a place where no ordering stands that has other levels. */
export function noOrderingAt(place: string, nearest: string | undefined): Diagnostic {
	return error(
		"no-ordering",
		`there is no ordering at ${place} that could be another one`,
		nearest === undefined ? undefined : `The nearest one is at ${nearest}.`,
	);
}

/** `--with` asks for a level that an ordering cannot have; the span is the ordering's. */
export function noSuchLevel(given: string, choices: readonly string[], span: Span): Diagnostic {
	return error(
		"no-such-level",
		`this ordering cannot become "${given}"`,
		`It can be ${choices.join(", ")}.`,
		span,
	);
}

/** What is to be changed is not written where it could be: a macro has made it. */
export function changeInMacro(span: Span): Diagnostic {
	return error(
		"change-in-macro",
		"this ordering comes from a macro, whose uses cannot be changed",
		undefined,
		span,
	);
}

/** `--fix` would have to change an included file. */
export function fixElsewhere(span: Span): Diagnostic {
	return error(
		"fix-elsewhere",
		"--fix writes the test alone, and this ordering stands in a file that it includes",
		"Change it by hand: the table says how.",
		span,
	);
}

/** There is nothing that `--fix` could change. */
export function nothingToFix(isBroken: boolean): Diagnostic {
	return error(
		"nothing-to-fix",
		isBroken
			? "no stronger ordering that was tried repairs this test"
			: "no ordering of this test can be weaker",
		"No file is written.",
	);
}

/** What `--fix` would write does not hold what was found about it. */
export function fixNotConfirmed(isIncomplete: boolean): Diagnostic {
	return error(
		"fix-not-confirmed",
		isIncomplete
			? "the edited test could not be searched to its end, so nothing is known to hold of it"
			: "the edited test does not hold what was found: no file is written",
		isIncomplete ? "A longer --timeout may help. No file is written." : undefined,
	);
}

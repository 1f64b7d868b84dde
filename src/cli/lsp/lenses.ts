import type { CodeLens, Command } from "vscode-languageserver/node";
import type { TestAnalysis } from "../../lsp/litmus/analysis.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { LspOptions } from "./options.ts";
import type { Places } from "./places.ts";
import type { VerdictState } from "./verdicts.ts";

/** The command that tells why a verdict is what it is. */
export const EXPLAIN = "ringlit.explain";

/** The argument of `ringlit.explain`. */
export interface ExplainArgument {
	readonly uri: string;
	/** Text if absent. */
	readonly format?: "text" | "html";
	/** A property's name or `data-race`; the test's condition, if absent. */
	readonly property?: string;
}

const RACE = "data-race";

function commands(state: VerdictState, uri: string, { conf }: LspOptions): readonly Command[] {
	if (state.kind === "running") return [{ title: "ringlit: checking...", command: "" }];
	if (state.kind === "failed") return [{ title: `ringlit: no verdict: ${state.message}`, command: "" }];
	const { title, flags } = state.verdict;
	// `ringlit explain` tells of models that have a name or a file of their own, not of kernel trees.
	const explains = conf === undefined;
	const explain = (title: string, argument: ExplainArgument): Command =>
		explains ? { title, command: EXPLAIN, arguments: [argument] } : { title, command: "" };
	const race = explains && flags.includes(RACE) ? [explain("why a data race?", { uri, property: RACE })] : [];
	return [explain(title, { uri }), ...race];
}

/** The lenses above a test's name, of a check that has begun; none where the name is not in the test's own file. */
export function lensesOf(
	{ file, syntax }: TestAnalysis,
	state: VerdictState | undefined,
	uri: string,
	options: LspOptions,
	places: Places,
): readonly CodeLens[] {
	if (syntax === undefined || state === undefined) return [];
	const span = originalSpan(syntax.name.span);
	if (span.file.path !== file.path) return [];
	const range = places.range(file, span.start, span.end);
	return commands(state, uri, options).map((command) => ({ range, command }));
}

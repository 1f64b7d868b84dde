import type { Expectation } from "../execution/program.ts";
import * as messages from "../source/messages-litmus.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { findResults, type ResultComment } from "./find-results.ts";

const WORDS: readonly Expectation["result"][] = ["Never", "Sometimes", "Always", "Maybe", "DEADLOCK"];

/**
 * What the first `Result:` comment of a test promises; undefined if it has none. What a test includes counts only
 * where it has none itself. Fails on a word that is no result.
 */
export function readExpectation(file: SourceFile): Result<Expectation | undefined> {
	const all = findResults(file.text);
	const isOwn = ({ index }: ResultComment): boolean =>
		originalSpan({ file, start: index, end: index + 1 }).file.path === file.path;
	const found = all.find(isOwn) ?? all.at(0);
	if (!found) return { ok: true, value: undefined, warnings: [] };
	const [, firstGap, first, secondGap, second] = found;
	const start = found.index + "(* Result:".length + firstGap.length;
	const result = WORDS.find((word) => word === first);
	if (result === undefined) {
		const span = { file, start, end: start + first.length };
		return { ok: false, diagnostics: [messages.wrongResult(first, WORDS, span)] };
	}
	if (/^data[-_ ]?races?$/i.test(second) && second !== "DATARACE") {
		const from = start + first.length + secondGap.length;
		const span = { file, start: from, end: from + second.length };
		return { ok: false, diagnostics: [messages.wrongRaceWord(second, span)] };
	}
	return { ok: true, value: { result, race: second === "DATARACE" }, warnings: [] };
}

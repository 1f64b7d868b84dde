import { createHash } from "node:crypto";
import type { CheckOptions } from "../../checker/options.ts";
import { BITS_PARAMETER } from "../../litmus/parse-preprocessed.ts";
import type { Preprocessed } from "../../litmus/preprocess/preprocess.ts";
import type { Span } from "../../source/span.ts";

/** All that a verdict, and how it compares with the test's promise, follows from. */
export interface VerdictFacts {
	/** Names the code that checks. */
	readonly build: string;
	/** The test's path: names of what happens may speak of it. */
	readonly path: string;
	readonly text: Preprocessed;
	/** Names all that the model was read from, and how. */
	readonly model: string;
	/** Names the same of the model whose dialect is first to warn. */
	readonly first: string;
	/** Whether the test is held to its promise under this model. */
	readonly isHeld: boolean;
	readonly options: CheckOptions;
}

/**
 * The key of a verdict: 64 hexadecimal digits that differ whenever something differs that a complete verdict can
 * depend on. That is the preprocessed text, the files that it was made from, since names of assertions have
 * their lines, and values of parameters; not the time limit, which no complete verdict has met.
 */
export function verdictKey({ build, path, text, model, first, isHeld, options }: VerdictFacts): string {
	const { file, settings } = text;
	const origins = new Map<string, string>();
	const place = (span: Span | undefined): readonly unknown[] => {
		if (span === undefined) return [];
		origins.set(span.file.path, span.file.text);
		return [span.file.path, span.start, span.end];
	};
	const pieces = (file.origin ?? []).map(({ start, from, isCopy, macro }) => [
		start,
		isCopy,
		place(from),
		macro?.name,
		place(macro?.span),
		place(macro?.definition),
	]);
	const facts = [
		build,
		path,
		file.text,
		[...origins],
		pieces,
		settings.map(({ name, value }) => [name, String(value)]),
		String(text.parameter(BITS_PARAMETER)),
		model,
		first,
		isHeld,
		options.unroll,
		options.symmetry ?? true,
		options.stopWhenDecided ?? false,
	];
	return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

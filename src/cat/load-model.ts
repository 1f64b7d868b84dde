import { noChecks } from "../source/messages-cat.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Model } from "./model.ts";
import { ModelResolver, type ReadInclude } from "./model-resolver.ts";
import { parseModel } from "./parse-model.ts";
import { preludeFile } from "./prelude.ts";
import type { ModelText } from "./syntax.ts";

/** Kept, since every model starts from it. */
let parsedPrelude: Result<ModelText> | undefined;

/**
 * Reads a model: parses it and what it includes, resolves names, applies functions, checks sorts and
 * simplifies. Never throws; all errors found are returned together, in the order of reading.
 *
 * @param readInclude gives the text for the name that an `include` has in quotes, or undefined
 */
export function loadModel(file: SourceFile, readInclude: ReadInclude): Result<Model> {
	const resolver = new ModelResolver(readInclude);
	parsedPrelude ??= parseModel(preludeFile);
	resolver.read(preludeFile, parsedPrelude);
	const text = resolver.read(file);
	const { axioms, definitions, diagnostics } = resolver;
	if (text === undefined || diagnostics.length > 0) return { ok: false, diagnostics };
	const stem = file.path.replace(/^.*[/\\]/, "").replace(/\.cat$/, "");
	const warnings = axioms.length === 0 ? [noChecks({ file, start: 0, end: 0 })] : [];
	return { ok: true, value: { name: text.name ?? stem, axioms, definitions }, warnings };
}

import { STRUCTURAL_SETS } from "../execution/structural-sets.ts";
import { noChecks } from "../source/messages-cat.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { baseRelations, baseSets } from "./base-names.ts";
import { BUILTIN_FUNCTIONS } from "./builtin-functions.ts";
import { interpret } from "./interpreter/interpret.ts";
import type { ModelSource } from "./interpreter/model-source.ts";
import type { Supply } from "./interpreter/supply.ts";
import type { Model } from "./model.ts";
import { ModelResolver, type ReadInclude } from "./model-resolver.ts";
import { parseOnce } from "./parse-once.ts";
import { baseScope, preludeFile } from "./prelude.ts";
import { fallbackFile, libraryFile, referenceFile } from "./standard-files.ts";
import type { ModelText } from "./syntax.ts";
import { isForReference } from "./written-for-reference.ts";

/** What a model is read with. */
export interface ModelOptions {
	/** A file of tags and of definitions to be read first: a kernel tree's `.bell`. */
	readonly bell?: SourceFile;
	/** The variants that are switched on. */
	readonly variants?: ReadonlySet<string>;
}

/**
 * Reads a model: parses it and what it includes, resolves names, applies functions, checks sorts and
 * simplifies. A model that is written for the reference tool - it comes with a bell file, declares tags or
 * includes a file of that tool's library - sees what that tool supplies. Never throws; all errors found are
 * returned together, in the order of reading.
 *
 * @param readInclude gives the text for the name that an `include` has in quotes, or undefined
 */
export function loadModel(
	file: SourceFile,
	readInclude: ReadInclude,
	{ bell, variants = new Set() }: ModelOptions = {},
): Result<Model> {
	const findInclude: ReadInclude = (name) => libraryFile(name) ?? readInclude(name) ?? fallbackFile(name);
	const forReference = bell !== undefined || isForReference(parseOnce(file), findInclude);
	// Where a bell file declares tags, there are no others.
	const sets = bell !== undefined && declaresTags(parseOnce(bell)) ? STRUCTURAL_SETS : baseSets;
	const texts: ModelText[] = [];
	const read = (next: SourceFile): ModelText | undefined => {
		const found = resolver.read(next);
		if (found !== undefined) texts.push(found);
		return found;
	};
	const source: ModelSource = {
		texts,
		variants,
		builtins: [...BUILTIN_FUNCTIONS.keys()],
		relations: baseRelations,
		sets,
		include: (name) => resolver.includedFile(name),
	};
	const resolver = new ModelResolver(findInclude, variants, (table) => baseScope(table, baseRelations, sets));
	read(preludeFile);
	if (forReference) {
		read(referenceFile);
		// Once more, for what follows from the relations that the reference supplies.
		read(preludeFile);
	}
	if (bell !== undefined) read(bell);
	const text = read(file);
	const { axioms, definitions, diagnostics, annotations } = resolver;
	if (text === undefined || diagnostics.length > 0) return { ok: false, diagnostics };
	const stem = file.path.replace(/^.*[/\\]/, "").replace(/\.cat$/, "");
	const warnings = axioms.length === 0 && !resolver.interpreted ? [noChecks({ file, start: 0, end: 0 })] : [];
	const { tags, defaults } = annotations;
	const value: Model = {
		name: text.name ?? stem,
		axioms,
		definitions,
		...(tags.size > 0 && { annotations: { tags, defaults } }),
		...(resolver.interpreted && { interpret: (supply: Supply) => interpret(source, supply) }),
	};
	return { ok: true, value, warnings };
}

function declaresTags(text: Result<ModelText>): boolean {
	return text.ok && text.value.statements.some(({ kind }) => kind === "enum");
}

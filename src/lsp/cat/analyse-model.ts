import { loadModel, type ModelOptions } from "../../cat/load-model.ts";
import type { ReadInclude } from "../../cat/model-resolver.ts";
import { parseOnce } from "../../cat/parse-once.ts";
import { preludeFile } from "../../cat/prelude.ts";
import { fallbackFile, libraryFile } from "../../cat/standard-files.ts";
import type { ModelText } from "../../cat/syntax.ts";
import { setOfTag } from "../../execution/set-of-tag.ts";
import type { SourceFile, Span } from "../../source/span.ts";
import { carryOver } from "../carry-over.ts";
import type { Declaration } from "../declaration.ts";
import { placeDiagnostics } from "../place-diagnostics.ts";
import type { PlacedDiagnostic } from "../placed-diagnostic.ts";
import { hasCheck } from "./has-check.ts";
import { walkModel } from "./walk-model.ts";

/** What is known of a model's text, whole or broken. */
export interface ModelAnalysis {
	readonly file: SourceFile;
	readonly diagnostics: readonly PlacedDiagnostic[];
	/** The model's file and all that it includes, by path; those of the language are in angle brackets. */
	readonly files: ReadonlyMap<string, SourceFile>;
	/** The includes of the model's own file with what they lead to. */
	readonly includes: readonly { readonly span: Span; readonly target: SourceFile }[];
	/** What its own text declares; where that cannot be read, what is left of the last one that could. */
	readonly own: readonly Declaration[];
	/** The same after what it includes and what is read before it, in the order of reading. */
	readonly declarations: readonly Declaration[];
}

/** UTF-16 units of a definition that are shown. */
const LONGEST = 800;

/** What a model's statements declare. */
function declarationsIn({ statements }: ModelText): readonly Declaration[] {
	const found: Declaration[] = [];
	walkModel(statements, (name, { scope, whole, isTag, hiddenIn }) => {
		const written = whole.file.text.slice(whole.start, whole.end).replaceAll("\r", "");
		const text = written.length > LONGEST ? `${written.slice(0, LONGEST)}...` : written;
		const base = { span: name.span, whole, ...(scope && { scope }), ...(hiddenIn && { hiddenIn }), text };
		found.push({ ...base, name: name.text, kind: isTag ? "tag" : "definition" });
		if (isTag) found.push({ ...base, name: setOfTag(name.text), kind: "tag" });
	});
	return found;
}

/** All files that a model reads, the included before what follows their include. */
class Reading {
	readonly files = new Map<string, SourceFile>();
	readonly declarations: Declaration[] = [];
	readonly includes: { span: Span; target: SourceFile }[] = [];
	/** Whether any of the files checks something. */
	checks = false;
	readonly #readInclude: ReadInclude;

	constructor(readInclude: ReadInclude) {
		this.#readInclude = (name) => libraryFile(name) ?? readInclude(name) ?? fallbackFile(name);
	}

	/** Reads a file once; false if it is no model. */
	read(file: SourceFile, isRoot = false): boolean {
		if (this.files.has(file.path)) return true;
		this.files.set(file.path, file);
		const parsed = parseOnce(file);
		if (!parsed.ok) return false;
		const { statements } = parsed.value;
		this.checks ||= hasCheck(statements);
		for (const statement of statements) {
			if (statement.kind !== "include") continue;
			const target = this.#readInclude(statement.name);
			if (target === undefined) continue;
			if (isRoot) this.includes.push({ span: statement.span, target });
			this.read(target);
		}
		if (!isRoot) this.declarations.push(...declarationsIn(parsed.value));
		return true;
	}

	/** What the root file declares, once `read`. */
	static own(file: SourceFile): readonly Declaration[] | undefined {
		const parsed = parseOnce(file);
		return parsed.ok ? declarationsIn(parsed.value) : undefined;
	}
}

/**
 * Reads a model's text as far as it goes. Names are looked up in a text that checks something, itself or in what it
 * includes; one that does not is a part of models, and only its form is told.
 * @param before what was known of the same file when it had another text
 */
export function analyseModel(
	file: SourceFile,
	readInclude: ReadInclude,
	options: ModelOptions,
	before?: ModelAnalysis,
): ModelAnalysis {
	const reading = new Reading(readInclude);
	reading.read(preludeFile);
	if (options.bell && options.bell.path !== file.path) reading.read(options.bell);
	const checksBefore = reading.checks;
	reading.checks = false;
	const isReadable = reading.read(file, true);
	const isWhole = reading.checks || !isReadable;
	reading.checks ||= checksBefore;
	const loaded = isWhole ? loadModel(file, readInclude, options) : undefined;
	const told = loaded === undefined ? [] : loaded.ok ? loaded.warnings : loaded.diagnostics;
	const own = isReadable ? Reading.own(file) : undefined;
	const known = own ?? (before === undefined ? [] : carryOver(before.own, before.file.text, file));
	const { includes, files } = reading;
	return {
		file,
		// What the shown file reads without naming it, a bell file say, has its own diagnostics.
		diagnostics: placeDiagnostics(told, file, (path) => {
			return includes.find(({ target }) => target.path === path)?.span;
		}),
		files,
		includes,
		own: known,
		declarations: [...reading.declarations, ...known],
	};
}

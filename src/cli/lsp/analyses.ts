import type { Dialect } from "../../litmus/dialect.ts";
import { analyseModel, type ModelAnalysis } from "../../lsp/cat/analyse-model.ts";
import { analyseTest } from "../../lsp/litmus/analyse-test.ts";
import type { TestAnalysis } from "../../lsp/litmus/analysis.ts";
import { placeDiagnostics } from "../../lsp/place-diagnostics.ts";
import type { SourceFile } from "../../source/span.ts";
import { describeFault } from "../describe-fault.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import type { Documents } from "./documents.ts";
import { modelSurroundings } from "./model-surroundings.ts";

/** What is known of an open document that is a test or a model. */
export type Analysis =
	| { readonly kind: "test"; readonly analysis: TestAnalysis }
	| { readonly kind: "model"; readonly analysis: ModelAnalysis };

/** With what documents are read. */
export interface ReadingContext {
	readonly modelsFolder: string;
	readonly folders: readonly string[];
	/** What tests may call. */
	readonly dialect: Dialect;
}

/** What is known of the open documents; each is read anew when it, or what it includes, has another text. */
export class Analyses {
	readonly #documents: Documents;
	readonly #context: ReadingContext;
	readonly #known = new Map<string, Analysis>();
	readonly #stale = new Set<string>();

	constructor(documents: Documents, context: ReadingContext) {
		this.#documents = documents;
		this.#context = context;
	}

	/** What is known of a document as it is now; undefined if it is neither a test nor a model, or not open. */
	of(path: string): Analysis | undefined {
		const known = this.#known.get(path);
		if (known !== undefined && !this.#stale.has(path)) return known;
		const document = this.#documents.at(path);
		const kind = this.#documents.kind(path);
		if (document === undefined || kind === "other") return undefined;
		const file: SourceFile = { path, text: document.getText() };
		let analysis: Analysis;
		try {
			analysis = kind === "test" ? this.#test(file, known) : this.#model(file, known);
		} catch (fault) {
			analysis = unread(file, fault);
		}
		this.#known.set(path, analysis);
		this.#stale.delete(path);
		return analysis;
	}

	#test(file: SourceFile, known: Analysis | undefined): Analysis {
		const { modelsFolder, folders, dialect } = this.#context;
		const surroundings = surroundingsOf({ files: this.#documents.files, modelsFolder }, undefined, folders);
		const before = known?.kind === "test" ? known.analysis : undefined;
		return { kind: "test", analysis: analyseTest(file, dialect, surroundings, before) };
	}

	#model(file: SourceFile, known: Analysis | undefined): Analysis {
		const { modelsFolder } = this.#context;
		const { readInclude, options } = modelSurroundings(file, { files: this.#documents.files, modelsFolder });
		const before = known?.kind === "model" ? known.analysis : undefined;
		return { kind: "model", analysis: analyseModel(file, readInclude, options, before) };
	}

	/** What is known of the test or model that a document is, or else of an open test that includes it. */
	around(path: string): Analysis | undefined {
		const own = this.of(path);
		if (own !== undefined) return own;
		for (const [other, { analysis }] of this.#known) {
			if (analysis.files.has(path)) return this.of(other);
		}
		return undefined;
	}

	/**
	 * Takes note that the text of a path is another one now, or that it is there or gone.
	 * @returns the open documents that are to be read anew: itself, and those that include it or miss an include
	 */
	changed(path: string): readonly string[] {
		const concerned = new Set<string>();
		if (this.#documents.at(path) !== undefined && this.#documents.kind(path) !== "other") concerned.add(path);
		for (const [other, { analysis }] of this.#known) {
			const misses = analysis.diagnostics.some(({ code }) => /include/.test(code));
			if (analysis.files.has(path) || misses) concerned.add(other);
		}
		for (const one of concerned) this.#stale.add(one);
		return [...concerned];
	}

	/** Forgets what is known of a document. */
	forget(path: string): void {
		this.#known.delete(path);
		this.#stale.delete(path);
	}
}

/** What is known of a text over which the program itself failed: that it did. */
function unread(file: SourceFile, fault: unknown): Analysis {
	const diagnostics = placeDiagnostics([describeFault(fault, file.path)], file, () => undefined);
	const files = new Map([[file.path, file]]);
	return { kind: "model", analysis: { file, diagnostics, files, includes: [], own: [], declarations: [] } };
}

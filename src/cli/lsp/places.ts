import {
	type CompletionItem,
	CompletionItemKind,
	type Diagnostic,
	DiagnosticSeverity,
	type DocumentSymbol,
	type Hover,
	type Location,
	type Range,
	SymbolKind,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Completion } from "../../lsp/completion.ts";
import type { Hover as TextHover } from "../../lsp/hover.ts";
import type { PlacedDiagnostic } from "../../lsp/placed-diagnostic.ts";
import type { TextSymbol } from "../../lsp/text-symbol.ts";
import type { SourceFile, Span } from "../../source/span.ts";

const SYMBOLS: Readonly<Record<TextSymbol["kind"], SymbolKind>> = {
	process: SymbolKind.Module,
	function: SymbolKind.Function,
	variable: SymbolKind.Variable,
	type: SymbolKind.Struct,
	state: SymbolKind.Variable,
	condition: SymbolKind.Boolean,
	macro: SymbolKind.Constant,
	definition: SymbolKind.Variable,
	check: SymbolKind.Boolean,
};

const COMPLETIONS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
	call: CompletionItemKind.Function,
	function: CompletionItemKind.Function,
	variable: CompletionItemKind.Variable,
	type: CompletionItemKind.Struct,
	word: CompletionItemKind.Keyword,
	macro: CompletionItemKind.Constant,
};

/** Answers in the protocol's terms: offsets become lines and characters, paths become URIs. */
export class Places {
	readonly #uriOf: (path: string) => string | undefined;
	readonly #lines = new WeakMap<SourceFile, TextDocument>();

	constructor(uriOf: (path: string) => string | undefined) {
		this.#uriOf = uriOf;
	}

	/** The URI of a path; undefined for a text that is no file. */
	uri(path: string): string | undefined {
		return this.#uriOf(path);
	}

	/** A range of offsets of a file. */
	range(file: SourceFile, start: number, end: number): Range {
		let lines = this.#lines.get(file);
		if (lines === undefined) {
			lines = TextDocument.create("", "", 0, file.text);
			this.#lines.set(file, lines);
		}
		return { start: lines.positionAt(start), end: lines.positionAt(Math.max(start, end)) };
	}

	/** A span as a location, if its file has a URI. */
	location({ file, start, end }: Span): Location | undefined {
		const uri = this.uri(file.path);
		return uri === undefined ? undefined : { uri, range: this.range(file, start, end) };
	}

	/** A diagnostic; what it relates to is left out where the client shows nothing of it. */
	diagnostic(
		{ code, severity, message, span, related }: PlacedDiagnostic,
		showsRelated: boolean,
	): Diagnostic {
		const others = related.flatMap((one) => {
			const location = this.location(one.span);
			return location === undefined ? [] : [{ location, message: one.message }];
		});
		return {
			range: this.range(span.file, span.start, span.end),
			severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
			code,
			source: "ringlit",
			message,
			...(showsRelated && others.length > 0 && { relatedInformation: others }),
		};
	}

	/** A hover over a word of a file. */
	hover({ markdown, start, end }: TextHover, file: SourceFile): Hover {
		return { contents: { kind: "markdown", value: markdown }, range: this.range(file, start, end) };
	}

	/** A symbol of a file's outline. */
	symbol(symbol: TextSymbol, file: SourceFile): DocumentSymbol {
		const { name, detail, kind, start, end, nameStart, nameEnd, children } = symbol;
		return {
			name,
			...(detail !== undefined && { detail }),
			kind: SYMBOLS[kind],
			range: this.range(file, start, end),
			selectionRange: this.range(file, nameStart, nameEnd),
			children: children.map((child) => this.symbol(child, file)),
		};
	}

	/** A proposal to complete a word. */
	completion({ label, kind, detail }: Completion): CompletionItem {
		return { label, kind: COMPLETIONS[kind], ...(detail !== undefined && { detail }) };
	}
}

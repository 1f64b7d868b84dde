import type { Connection, TextDocumentPositionParams } from "vscode-languageserver/node";
import { completeModel } from "../../lsp/cat/complete-model.ts";
import { findInModel } from "../../lsp/cat/find-in-model.ts";
import { hoverModel } from "../../lsp/cat/hover-model.ts";
import { outlineModel } from "../../lsp/cat/outline-model.ts";
import { completeTest } from "../../lsp/litmus/complete-test.ts";
import { findDefinition } from "../../lsp/litmus/find-definition.ts";
import { hoverTest } from "../../lsp/litmus/hover-test.ts";
import { outlineTest } from "../../lsp/litmus/outline-test.ts";
import type { Analyses, Analysis } from "./analyses.ts";
import type { Documents } from "./documents.ts";
import { pathOfUri } from "./path-of-uri.ts";
import type { Places } from "./places.ts";

/** What requests are answered from. */
export interface Answering {
	readonly documents: Documents;
	readonly analyses: Analyses;
	readonly places: Places;
}

/** A place in a document that is a test or a model, or that a test includes. */
interface Asked {
	readonly path: string;
	readonly offset: number;
	readonly known: Analysis;
}

/** Answers the requests of a connection that ask for nothing but what documents say. */
export function answerRequests(connection: Connection, { documents, analyses, places }: Answering): void {
	const asked = ({ textDocument, position }: TextDocumentPositionParams): Asked | undefined => {
		const path = pathOfUri(textDocument.uri);
		const document = documents.at(path);
		const known = analyses.around(path);
		return document && known && { path, offset: document.offsetAt(position), known };
	};

	connection.onHover((params) => {
		const place = asked(params);
		if (place === undefined) return null;
		const { path, offset, known } = place;
		const { analysis } = known;
		const hover =
			known.kind === "test" ? hoverTest(known.analysis, path, offset) : hoverModel(known.analysis, offset);
		const file = analysis.files.get(path);
		return hover && file ? places.hover(hover, file) : null;
	});

	connection.onDefinition((params) => {
		const place = asked(params);
		if (place === undefined) return null;
		const { path, offset, known } = place;
		const spans =
			known.kind === "test"
				? findDefinition(known.analysis, path, offset)
				: findInModel(known.analysis, offset);
		return spans.flatMap((span) => places.location(span) ?? []);
	});

	connection.onDocumentSymbol(({ textDocument }) => {
		const known = analyses.of(pathOfUri(textDocument.uri));
		if (known === undefined) return [];
		const symbols = known.kind === "test" ? outlineTest(known.analysis) : outlineModel(known.analysis);
		return symbols.map((symbol) => places.symbol(symbol, known.analysis.file));
	});

	connection.onCompletion((params) => {
		const place = asked(params);
		if (place === undefined) return [];
		const { path, offset, known } = place;
		const found =
			known.kind === "test"
				? completeTest(known.analysis, path, offset)
				: completeModel(known.analysis, offset);
		return found.map((one) => places.completion(one));
	});
}

import {
	type CancellationToken,
	type CodeLens,
	type Connection,
	type InitializeParams,
	type InitializeResult,
	LSPErrorCodes,
	ResponseError,
	TextDocumentSyncKind,
	TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import packageFile from "../../../package.json" with { type: "json" };
import type { Dialect } from "../../litmus/dialect.ts";
import type { Files } from "../files.ts";
import { SHIPPED_MODELS } from "../shipped-models.ts";
import { Analyses } from "./analyses.ts";
import { answerRequests } from "./answer-requests.ts";
import { Documents } from "./documents.ts";
import { EXPLAIN, type ExplainArgument, lensesOf } from "./lenses.ts";
import type { LspOptions } from "./options.ts";
import { pathOfUri } from "./path-of-uri.ts";
import { Places } from "./places.ts";
import { Published } from "./published.ts";
import type { RunJobs } from "./run-jobs.ts";
import { uriOfPath } from "./uri-of-path.ts";
import { Verdicts } from "./verdicts.ts";

/** What the server works with beside the connection. */
export interface ServerParts {
	readonly files: Files;
	readonly modelsFolder: string;
	readonly dialect: Dialect;
	readonly options: LspOptions;
	/** Checks tests. */
	readonly check: RunJobs;
	/** Explains outcomes, beside checks. */
	readonly explain: RunJobs;
	/** What the user is to be told at the start. */
	readonly notice?: string;
}

/** Milliseconds without a change after which a document's diagnostics are looked for. */
const REST = 100;

/** What the client can show. */
interface Client {
	readonly showsRelated: boolean;
	/** Whether it asks for lenses again when it is told to; else they wait for their verdicts. */
	readonly refreshesLenses: boolean;
}

/** Serves one editor. The connection is to be listened to by the caller. */
export function serve(connection: Connection, parts: ServerParts): void {
	const { files, modelsFolder, dialect, options } = parts;
	const synchronized = new TextDocuments(TextDocument);
	const documents = new Documents(files);
	const analyses = new Analyses(documents, { modelsFolder, folders: options.I ?? [], dialect });
	const places = new Places(
		(path) => documents.at(path)?.uri ?? uriOfPath(path, modelsFolder, (one) => files.kind(one) === "file"),
	);
	const published = new Published((uri, diagnostics) => {
		void connection.sendDiagnostics({ uri, diagnostics });
	});
	let client: Client = { showsRelated: false, refreshesLenses: false };
	const refresh = (): void => {
		if (client.refreshesLenses) void connection.sendRequest("workspace/codeLens/refresh").catch(() => {});
	};
	const verdicts = new Verdicts(documents, options, parts.check, refresh);

	const timers = new Map<string, NodeJS.Timeout>();
	const publish = (path: string): void => {
		clearTimeout(timers.get(path));
		timers.delete(path);
		const owner = documents.at(path);
		const known = analyses.of(path);
		if (owner === undefined || known === undefined) return;
		const found = new Map<string, ReturnType<Places["diagnostic"]>[]>([[owner.uri, []]]);
		for (const diagnostic of known.analysis.diagnostics) {
			const uri = places.uri(diagnostic.span.file.path);
			if (uri === undefined) continue;
			found.set(uri, [...(found.get(uri) ?? []), places.diagnostic(diagnostic, client.showsRelated)]);
		}
		published.put(owner.uri, found);
		if (known.kind === "test") {
			verdicts.follow(path, known.analysis);
			refresh();
		}
	};
	const schedule = (path: string): void => {
		clearTimeout(timers.get(path));
		timers.set(
			path,
			setTimeout(() => publish(path), REST),
		);
	};
	const changed = (path: string): void => {
		for (const concerned of analyses.changed(path)) {
			if (concerned === path) verdicts.drop(path);
			schedule(concerned);
		}
		if (!isOfModel(path, options)) return;
		for (const test of documents.paths().filter((one) => documents.kind(one) === "test")) {
			verdicts.drop(test);
			schedule(test);
		}
	};

	synchronized.onDidChangeContent(({ document }) => {
		documents.put(document);
		changed(pathOfUri(document.uri));
	});
	synchronized.onDidClose(({ document }) => {
		const path = pathOfUri(document.uri);
		documents.drop(document);
		clearTimeout(timers.get(path));
		timers.delete(path);
		verdicts.drop(path);
		analyses.forget(path);
		published.put(document.uri, new Map());
		// What includes it now sees the file.
		changed(path);
	});
	synchronized.listen(connection);

	connection.onInitialize(({ capabilities }: InitializeParams): InitializeResult => {
		client = {
			showsRelated: capabilities.textDocument?.publishDiagnostics?.relatedInformation === true,
			refreshesLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
		};
		return {
			serverInfo: { name: packageFile.name, version: packageFile.version },
			capabilities: {
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
				hoverProvider: true,
				definitionProvider: true,
				documentSymbolProvider: true,
				completionProvider: { triggerCharacters: [".", ">"] },
				codeLensProvider: { resolveProvider: false },
				executeCommandProvider: { commands: [EXPLAIN] },
			},
		};
	});
	connection.onInitialized(() => {
		if (parts.notice !== undefined) void connection.window.showWarningMessage(parts.notice);
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		for (const { uri } of changes) changed(pathOfUri(uri));
	});

	answerRequests(connection, { documents, analyses, places });

	connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[]> => {
		const path = pathOfUri(uri);
		// Whoever asks before the text has rested gets what is true of this very text.
		if (timers.has(path)) publish(path);
		if (!client.refreshesLenses) await Promise.race([verdicts.settled(path), cancelled(token)]);
		const known = analyses.of(path);
		return known?.kind === "test"
			? [...lensesOf(known.analysis, verdicts.state(path), uri, options, places)]
			: [];
	});

	connection.onExecuteCommand(async ({ command, arguments: words = [] }, token) => {
		const argument = explainArgument(words.at(0));
		if (command !== EXPLAIN || argument === undefined)
			throw new ResponseError(LSPErrorCodes.RequestFailed, `${command}: wants { uri, format?, property? }`);
		const { uri, format = "text", property } = argument;
		const stop = new AbortController();
		token.onCancellationRequested(() => stop.abort());
		const path = pathOfUri(uri);
		const read = analyses.of(path)?.analysis.files;
		const job = {
			kind: "explain",
			path,
			texts: documents.texts((one) => read?.has(one) === true),
			options,
			format,
			...(property !== undefined && { property }),
		} as const;
		const answer = await parts.explain(job, stop.signal);
		if (answer?.kind === "story") return { uri, format, content: answer.content };
		const reason = answer?.kind === "refused" ? answer.message : "given up";
		throw new ResponseError(answer ? LSPErrorCodes.RequestFailed : LSPErrorCodes.RequestCancelled, reason);
	});
}

/** Whether a file may be one of those that make up the model of verdicts: shipped models do not change. */
function isOfModel(path: string, { model = "lkmm", conf }: LspOptions): boolean {
	return (conf !== undefined || !SHIPPED_MODELS.includes(model)) && /\.(?:cat|bell|cfg|def)$/.test(path);
}

function cancelled(token: CancellationToken): Promise<void> {
	return new Promise((resolve) => {
		token.onCancellationRequested(() => resolve());
	});
}

/** The argument of `ringlit.explain`, if it is one. */
function explainArgument(word: unknown): ExplainArgument | undefined {
	if (typeof word !== "object" || word === null || !("uri" in word) || typeof word.uri !== "string")
		return undefined;
	const format = "format" in word && word.format === "html" ? "html" : "text";
	const property = "property" in word && typeof word.property === "string" ? { property: word.property } : {};
	return { uri: word.uri, format, ...property };
}

import { type ChildProcess, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
	type CodeLens,
	createProtocolConnection,
	type Diagnostic,
	type InitializeResult,
	type ProtocolConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** A server with an editor that speaks to it. */
export interface Client {
	readonly connection: ProtocolConnection;
	readonly server: ChildProcess;
	readonly initialized: InitializeResult;
	/** What the process ended with, once it has. */
	readonly ended: Promise<number | null>;
	/** Opens a document; gives its URI. */
	open(path: string, text: string, languageId?: string): string;
	/** Replaces a document's text. */
	change(uri: string, text: string): void;
	/** The diagnostics that are shown, once they are as wanted. */
	diagnostics(uri: string, wanted: (shown: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
	/** The lenses, once they are as wanted; asks again when told to. */
	lenses(uri: string, wanted: (titles: readonly string[]) => boolean): Promise<readonly CodeLens[]>;
}

/** Starts a program as an editor does, and shakes hands. */
export async function startClient(
	program: string,
	words: readonly string[] = [],
	refreshSupport = true,
): Promise<Client> {
	const server = spawn(process.execPath, [program, "lsp", "--stdio", ...words], {
		stdio: ["pipe", "pipe", "inherit"],
	});
	const ended = new Promise<number | null>((resolve) => server.on("close", resolve));
	const { stdin, stdout } = server;
	if (stdin === null || stdout === null) throw new Error("the server has no streams");
	const connection = createProtocolConnection(
		new StreamMessageReader(stdout),
		new StreamMessageWriter(stdin),
	);
	const shown = new Map<string, readonly Diagnostic[]>();
	const watchers = new Set<() => void>();
	const wake = (): void => {
		for (const watcher of [...watchers]) watcher();
	};
	connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
		shown.set(uri, diagnostics);
		wake();
	});
	connection.onRequest("workspace/codeLens/refresh", () => {
		wake();
		return null;
	});
	connection.listen();
	/** Looks now, and whenever the server has something new. */
	const until = <T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> =>
		new Promise((resolve, reject) => {
			const watcher = (): void => {
				Promise.resolve(look()).then((found) => {
					if (found === undefined) return;
					watchers.delete(watcher);
					resolve(found);
				}, reject);
			};
			watchers.add(watcher);
			watcher();
		});
	const initialized = await connection.sendRequest<InitializeResult>("initialize", {
		processId: process.pid,
		rootUri: null,
		capabilities: {
			textDocument: { publishDiagnostics: { relatedInformation: true } },
			workspace: { codeLens: { refreshSupport } },
		},
	});
	await connection.sendNotification("initialized", {});
	let version = 1;
	return {
		connection,
		server,
		initialized,
		ended,
		open(path, text, languageId = path.endsWith(".cat") ? "cat" : "litmus") {
			const uri = pathToFileURL(path).href;
			const textDocument = { uri, languageId, version: 1, text };
			void connection.sendNotification("textDocument/didOpen", { textDocument });
			return uri;
		},
		change(uri, text) {
			version++;
			void connection.sendNotification("textDocument/didChange", {
				textDocument: { uri, version },
				contentChanges: [{ text }],
			});
		},
		diagnostics: (uri, wanted) =>
			until(() => {
				const now = shown.get(uri);
				return now !== undefined && wanted(now) ? now : undefined;
			}),
		lenses: (uri, wanted) =>
			until(async () => {
				const found = await connection.sendRequest<CodeLens[]>("textDocument/codeLens", {
					textDocument: { uri },
				});
				return wanted(found.map(({ command }) => command?.title ?? "")) ? found : undefined;
			}),
	};
}

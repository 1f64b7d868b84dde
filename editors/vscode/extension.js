"use strict";

const vscode = require("vscode");
const { ExecuteCommandRequest, LanguageClient } = require("vscode-languageclient/node");

/** The server's command that tells why a verdict is what it is. */
const EXPLAIN = "ringlit.explain";

/** @type {LanguageClient | undefined} */
let client;

/** The arguments that the program is started with, from the user's settings. */
function serverArguments() {
	const settings = vscode.workspace.getConfiguration("ringlit");
	const words = ["lsp", "--stdio"];
	if (settings.get("model")) words.push("--model", settings.get("model"));
	if (settings.get("configuration")) words.push("--conf", settings.get("configuration"));
	for (const folder of settings.get("includeFolders")) words.push("-I", folder);
	words.push("--unroll", String(settings.get("unroll")), "--timeout", String(settings.get("timeout")));
	if (!settings.get("verdicts")) words.push("--no-verdicts");
	return words;
}

/** Opens an explanation beside the test: a page in a view of its own, a text as a document. */
async function show({ format, content }) {
	if (format === "html") {
		const panel = vscode.window.createWebviewPanel("ringlit", "ringlit", vscode.ViewColumn.Beside, {
			enableScripts: true,
		});
		panel.webview.html = content;
		return;
	}
	const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
	await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

/** Asks for an explanation; the user sees that it takes its time, and may give it up. */
async function explain([argument]) {
	const asked = client;
	if (asked === undefined) return;
	const page = vscode.workspace.getConfiguration("ringlit").get("explanation") === "page";
	const parameters = { command: EXPLAIN, arguments: [{ ...argument, format: page ? "html" : "text" }] };
	const progress = { location: vscode.ProgressLocation.Notification, title: "ringlit: explaining", cancellable: true };
	try {
		const found = await vscode.window.withProgress(progress, (_, token) =>
			asked.sendRequest(ExecuteCommandRequest.type, parameters, token),
		);
		await show(found);
	} catch (error) {
		if (!(error instanceof vscode.CancellationError)) void vscode.window.showWarningMessage(`ringlit: ${error.message}`);
	}
}

async function start() {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
	const server = {
		command: vscode.workspace.getConfiguration("ringlit").get("command"),
		args: serverArguments(),
		options: { ...(folder && { cwd: folder }), shell: process.platform === "win32" },
	};
	client = new LanguageClient("ringlit", "ringlit", server, {
		// Sources in C may be included by tests: the server sees them as they are typed.
		documentSelector: [{ language: "litmus" }, { language: "cat" }, { language: "c", scheme: "file" }],
		synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{litmus,cat,bell,cfg,def,h,c}") },
		middleware: {
			executeCommand: (command, words, next) => (command === EXPLAIN ? explain(words) : next(command, words)),
		},
	});
	await client.start();
}

async function restart() {
	await client?.dispose();
	client = undefined;
	await start();
}

exports.activate = async function activate(context) {
	context.subscriptions.push(
		vscode.commands.registerCommand("ringlit.restart", restart),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration("ringlit") && !event.affectsConfiguration("ringlit.explanation")) void restart();
		}),
	);
	await start();
};

exports.deactivate = () => client?.dispose();

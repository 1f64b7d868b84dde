import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Files } from "../files.ts";
import { overlayFiles } from "./overlay-files.ts";
import { pathOfUri } from "./path-of-uri.ts";

/** What a document is read as. Other texts count where a test includes them. */
export type DocumentKind = "test" | "model" | "other";

/** The documents that are open in the editor, by URI and by path. */
export class Documents {
	readonly #byPath = new Map<string, TextDocument>();
	/** What open documents say, and for all else the file system. */
	readonly files: Files;

	constructor(files: Files) {
		this.files = overlayFiles(files, (path) => this.#byPath.get(path)?.getText());
	}

	/** Takes a document's current state; one that is open under its path is replaced. */
	put(document: TextDocument): void {
		this.#byPath.set(pathOfUri(document.uri), document);
	}

	/** Forgets a document. */
	drop({ uri }: TextDocument): void {
		this.#byPath.delete(pathOfUri(uri));
	}

	/** The open document of a path. */
	at(path: string): TextDocument | undefined {
		return this.#byPath.get(path);
	}

	/** The paths of all open documents. */
	paths(): readonly string[] {
		return [...this.#byPath.keys()];
	}

	/** The texts of the open tests and models, and of other open documents that are wanted, by path. */
	texts(isWanted: (path: string) => boolean): Readonly<Record<string, string>> {
		return Object.fromEntries(
			[...this.#byPath]
				.filter(([path]) => this.kind(path) !== "other" || isWanted(path))
				.map(([path, document]) => [path, document.getText()]),
		);
	}

	/** What the document of a path is read as: by its name, else by what the editor takes it for. */
	kind(path: string): DocumentKind {
		const language = this.#byPath.get(path)?.languageId;
		if (/\.litmus$/.test(path) || language === "litmus") return "test";
		return /\.(?:cat|bell)$/.test(path) || language === "cat" ? "model" : "other";
	}
}

import type { Diagnostic } from "vscode-languageserver/node";

/**
 * The diagnostics that are shown, by the document that they come of and the one that they are shown in: several tests may
 * include one file and complain of it.
 */
export class Published {
	readonly #byOwner = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
	readonly #send: (uri: string, diagnostics: Diagnostic[]) => void;

	/** @param send shows diagnostics in place of all that were shown in that document */
	constructor(send: (uri: string, diagnostics: Diagnostic[]) => void) {
		this.#send = send;
	}

	/** Shows what is now wrong because of a document, in place of what was. */
	put(owner: string, found: ReadonlyMap<string, readonly Diagnostic[]>): void {
		const before = this.#byOwner.get(owner);
		if (found.size === 0) this.#byOwner.delete(owner);
		else this.#byOwner.set(owner, found);
		for (const uri of new Set([...(before?.keys() ?? []), ...found.keys()])) this.#send(uri, this.#all(uri));
	}

	#all(uri: string): Diagnostic[] {
		const distinct = new Map<string, Diagnostic>();
		for (const found of this.#byOwner.values()) {
			for (const diagnostic of found.get(uri) ?? []) distinct.set(JSON.stringify(diagnostic), diagnostic);
		}
		return [...distinct.values()];
	}
}

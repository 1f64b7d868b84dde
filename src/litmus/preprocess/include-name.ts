import type { Macro } from "./macro.ts";
import type { Segment } from "./split-lines.ts";
import { isBlank, type Token } from "./token.ts";

/** What an `#include` names. */
export interface IncludedName {
	readonly name: string;
	/** Whether it stands in angle brackets. */
	readonly isAngled: boolean;
}

/** Headers of the kernel's own; what a test could need of them is built in. */
const KERNEL_FOLDERS = /^(?:linux|uapi|asm|asm-generic)\//;

/** Whether a header of this name has nothing that a test needs. */
export function isEmptyHeader(name: string): boolean {
	return KERNEL_FOLDERS.test(name);
}

/** The file that the words of an `#include` name, as they are or with their macros replaced; undefined if none. */
export function includedName(
	words: readonly Token[],
	expand: (tokens: readonly Token[]) => readonly Token[],
): IncludedName | undefined {
	return nameIn(words) ?? nameIn(expand(words));
}

function nameIn(all: readonly Token[]): IncludedName | undefined {
	const words = all.filter((token) => !isBlank(token));
	const first = words.at(0);
	if (first === undefined) return undefined;
	if (first.kind === "quoted" && first.text.startsWith('"')) {
		const name = first.text.slice(1, -1);
		return words.length === 1 && name !== "" ? { name, isAngled: false } : undefined;
	}
	if (first.text !== "<" || words.length < 3 || words[words.length - 1].text !== ">") return undefined;
	const name = words
		.slice(1, -1)
		.map(({ text }) => text)
		.join("");
	return { name, isAngled: true };
}

/** Whether a file begins with an `#ifndef` of a name that is defined: such a file may include itself. */
export function isGuardClosed(segments: readonly Segment[], macros: ReadonlyMap<string, Macro>): boolean {
	const first = segments.find(({ kind, tokens }) => kind === "directive" || !tokens.every(isBlank));
	if (first?.kind !== "directive") return false;
	const [directive, name] = first.words;
	return directive?.text === "ifndef" && name !== undefined && macros.has(name.text);
}

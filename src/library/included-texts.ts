import type { SourceFile } from "../source/span.ts";

/**
 * Texts that a test or a model includes: by the name that stands in the `include`, or a function from that name, and from the path of the
 * including file where the name is relative to it. Without an entry, or for undefined, the file is missing.
 */
export type Includes =
	| Readonly<Record<string, string>>
	| ((name: string, from?: string) => string | undefined);

/** Finds included texts; their names are their paths. */
export function includedTexts(
	includes: Includes = {},
): (name: string, from?: string) => SourceFile | undefined {
	const find =
		typeof includes === "function"
			? includes
			: (name: string): string | undefined => (Object.hasOwn(includes, name) ? includes[name] : undefined);
	return (name, from) => {
		const text = find(name, from);
		return text === undefined ? undefined : { path: name, text };
	};
}

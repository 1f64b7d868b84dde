import type { Span } from "../../source/span.ts";

/** A place of a test that keeps accesses of its thread in order, and could be weaker. */
export interface Ordering {
	/** A dependency is named by the load that it begins with. */
	readonly kind: "store" | "load" | "update" | "fence" | "dependency";
	/** What it keeps in order: accesses that precede it with it, it with accesses that follow, or both. */
	readonly acts: "release" | "acquire" | "both";
	/** Of a fence: which accesses it is about. */
	readonly scope: "all" | "reads" | "writes";
	/** The primitive's text, in the text that the program was made of: all threads that run it have it in common. */
	readonly span: Span;
	/** The instructions that it is. */
	readonly at: readonly { readonly thread: number; readonly index: number }[];
}

/** What tells places of one text apart. */
export function placeOf({ start, end }: Span): string {
	return `${start}:${end}`;
}

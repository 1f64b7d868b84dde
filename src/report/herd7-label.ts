import type { Term } from "../execution/proposition.ts";

/** How herd7 labels a value in a state or condition: a variable in brackets, all else as it is. */
export function herd7Label(label: string, term: Term): string {
	return term.kind === "cell" && !label.endsWith("]") ? `[${label}]` : label;
}

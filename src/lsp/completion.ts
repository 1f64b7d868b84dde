/** A word that may be written at some place. */
export interface Completion {
	readonly label: string;
	readonly kind: "call" | "function" | "variable" | "type" | "word" | "macro";
	/** One line. */
	readonly detail?: string;
}

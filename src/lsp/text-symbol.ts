/** A part of a text that an outline lists; ranges in UTF-16 offsets, that of the name inside the whole. */
export interface TextSymbol {
	readonly name: string;
	readonly detail?: string;
	readonly kind:
		| "process"
		| "function"
		| "variable"
		| "type"
		| "state"
		| "condition"
		| "macro"
		| "definition"
		| "check";
	readonly start: number;
	readonly end: number;
	readonly nameStart: number;
	readonly nameEnd: number;
	readonly children: readonly TextSymbol[];
}

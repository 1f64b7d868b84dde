import type { Expression } from "../../execution/expression.ts";
import { isPointer, type Pointer } from "../../execution/value.ts";

/** An address that is so many bytes behind a known one, times what an index is. */
export interface IndexedAddress {
	readonly base: Pointer;
	readonly index: Expression;
	readonly scale: number;
}

/** An address taken apart; undefined if it does not begin at a known place, or has several indices. */
export function indexedAddress(address: Expression): IndexedAddress | undefined {
	let expression = address;
	let bytes = 0;
	let found: Pick<IndexedAddress, "index" | "scale"> | undefined;
	while (expression.kind === "offset") {
		const { index, scale } = expression;
		if (index.kind === "constant") {
			if (typeof index.value !== "bigint") return undefined;
			bytes += Number(index.value) * scale;
		} else if (found === undefined) found = { index, scale };
		else return undefined;
		expression = expression.pointer;
	}
	if (expression.kind !== "constant" || !isPointer(expression.value) || found === undefined) return undefined;
	const { object, offset } = expression.value;
	return { base: { object, offset: offset + bytes }, ...found };
}

import { type Computed, isTrue, UNDEFINED_RESULT } from "../execution/arithmetic.ts";
import { isConcrete, type Symbolic } from "./symbolic.ts";

/** Whether a value is true, that it has no meaning, or undefined while it is not known. */
export function truthOf(value: Symbolic | Computed): boolean | typeof UNDEFINED_RESULT | undefined {
	if (value === UNDEFINED_RESULT) return UNDEFINED_RESULT;
	return isConcrete(value) ? isTrue(value) : undefined;
}

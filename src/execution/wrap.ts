import type { IntegerType } from "./expression.ts";

/** An integer reduced to `type` as C converts it: modulo its width, or for `_Bool` whether it is non-zero. */
export function wrap(value: bigint, type: IntegerType): bigint {
	if (type.bits === 1) return value === 0n ? 0n : 1n;
	return type.signed ? BigInt.asIntN(type.bits, value) : BigInt.asUintN(type.bits, value);
}

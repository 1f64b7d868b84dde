import { type CType, INT, integerType } from "../c-type.ts";

/**
 * The type of an enumeration with these constants, as the kernel's compilers choose it: unsigned int, or int if one of
 * them is negative, or the type of 64 bits of that sign where 32 do not hold them all.
 */
export function enumerationType(constants: readonly bigint[]): CType {
	const signed = constants.some((value) => value < 0n);
	const fits = (bits: number): boolean =>
		constants.every((value) => (signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) === value);
	if (!fits(32)) return integerType(64, signed);
	return signed ? INT : integerType(32, false);
}

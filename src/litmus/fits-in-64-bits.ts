/** Whether a number is one of a signed or an unsigned integer of 64 bits. */
export function fitsIn64Bits(value: bigint): boolean {
	return BigInt.asIntN(64, value) === value || BigInt.asUintN(64, value) === value;
}

import { constant, conversion } from "./build-expression.ts";
import { type CType, integerType } from "./c-type.ts";
import type { Lowering } from "./lowering.ts";
import type { TypedValue } from "./typed-value.ts";

/** `long` or `unsigned long`. */
export function longType({ unit }: Lowering, signed: boolean): CType & { kind: "integer" } {
	const { longBits } = unit;
	if (longBits === 64) return integerType(64, signed);
	return { kind: "integer", type: { bits: longBits, signed, holdsAddress: true } };
}

/** A number as a `long` or `unsigned long`. */
export function longConstant(lowering: Lowering, value: bigint, signed: boolean): TypedValue {
	const type = longType(lowering, signed);
	return { expression: conversion(type.type, constant(value)), type };
}

/** A number of bytes, as a `size_t`. */
export function sizeConstant(lowering: Lowering, bytes: number): TypedValue {
	return longConstant(lowering, BigInt(bytes), false);
}

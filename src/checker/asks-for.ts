import type { Program } from "../execution/program.ts";
import type { Property } from "../execution/property.ts";

/** Whether a program has a property of one of these kinds. */
export function asksFor({ properties = [] }: Program, ...kinds: readonly Property["kind"][]): boolean {
	return properties.some(({ kind }) => kinds.includes(kind));
}

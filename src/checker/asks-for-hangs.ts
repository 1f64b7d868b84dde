import type { Program } from "../execution/program.ts";

/**
 * Whether a program asks for threads that wait for a lock which they hold themselves. Where it does not, such
 * executions end as any deadlock does.
 */
export function asksForHangs({ properties = [] }: Program): boolean {
	return properties.some(({ kind }) => kind === "hang");
}

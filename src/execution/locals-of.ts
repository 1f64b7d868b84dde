import type { Expression } from "./expression.ts";
import { partsOf } from "./parts-of.ts";

/**
 * The locals that an expression mentions.
 * @param found a set that they are added to, which is then returned
 */
export function localsOf(expression: Expression, found: Set<number> = new Set()): ReadonlySet<number> {
	if (expression.kind === "local") found.add(expression.local);
	else for (const part of partsOf(expression)) localsOf(part, found);
	return found;
}

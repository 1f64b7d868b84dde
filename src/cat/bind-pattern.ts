import { duplicateName, wrongTuple } from "../source/messages-cat.ts";
import { type CatValue, noValue, type Scope } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";
import type { Name, Pattern } from "./syntax.ts";

/** Reports names that a list of them has twice. */
export function reportDuplicates(resolution: Resolution, names: readonly Name[]): void {
	const seen = new Set<string>();
	for (const name of names) {
		if (seen.has(name.text)) resolution.report(duplicateName(name.text, name.span));
		seen.add(name.text);
	}
}

/** The scope in which a pattern's names have a value's parts. Sets and relations stay whole nodes. */
export function bindPattern(resolution: Resolution, pattern: Pattern, value: CatValue, scope: Scope): Scope {
	reportDuplicates(resolution, pattern);
	let parts: readonly CatValue[] = [value];
	if (pattern.length > 1) {
		if (value.kind === "tuple" && value.parts.length === pattern.length) parts = value.parts;
		else {
			if (value.kind !== "unknown") resolution.report(wrongTuple(pattern.length, pattern[0].span));
			parts = pattern.map(() => noValue);
		}
	}
	return scope.withMutations((after) => {
		for (const [index, name] of pattern.entries()) {
			const part = parts[index];
			if (part.kind === "node") resolution.table.name(part.node);
			after.set(name.text, part);
		}
	});
}

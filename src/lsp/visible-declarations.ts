import { contains } from "./contains.ts";
import type { Declaration } from "./declaration.ts";

/** Characters that a declaration's scope has; one without a scope is known everywhere. */
function extent({ scope }: Declaration): number {
	return scope === undefined ? Number.POSITIVE_INFINITY : scope.end - scope.start;
}

/**
 * The declarations that are known at an offset of a file, innermost first; of one scope those that stand before the offset
 * come first, the nearest of them leading.
 */
export function visibleDeclarations(
	declarations: readonly Declaration[],
	path: string,
	offset: number,
): readonly Declaration[] {
	const distance = ({ span: { file, start } }: Declaration): number =>
		file.path === path && start <= offset ? offset - start : Number.POSITIVE_INFINITY;
	const compare = (one: number, other: number): number => (one === other ? 0 : one - other);
	return declarations
		.filter(({ scope, hiddenIn }) => {
			if (hiddenIn !== undefined && contains(hiddenIn, path, offset)) return false;
			return scope === undefined || contains(scope, path, offset);
		})
		.sort((a, b) => compare(extent(a), extent(b)) || compare(distance(a), distance(b)));
}

import type { Way } from "./decision.ts";
import type { SearchParts } from "./search-parts.ts";

/** The ways in the order in which they are tried. */
export function inOrder({ quest }: SearchParts, ways: readonly Way[]): readonly Way[] {
	if (quest?.latestFirst !== true || ways.some(({ decision }) => !("write" in decision))) return ways;
	return ways.toReversed();
}

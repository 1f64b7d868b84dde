import type { Update } from "../execution/instruction.ts";
import { setOfTag } from "../execution/set-of-tag.ts";

/** How the events of a read-modify-write are tagged. */
export type UpdateTags = Pick<Update, "tags" | "writeTags" | "failedTags" | "fences">;

/** A word in the case of a tag, which is upper if all of the tag is. */
function inCaseOf(tag: string, word: string): string {
	return setOfTag(tag === tag.toUpperCase() ? word.toUpperCase() : word);
}

/**
 * Tags of a read-modify-write in models that have fences for its strength (those of Linux before 6.13; what
 * herd7 does without the variant `lkmmv2`): an acquire is the read's, a release the write's, and a full barrier
 * stands around both as fences. One that fails is an ordinary READ_ONCE.
 */
export function fencedUpdateTags(written: readonly string[], conditional: boolean): UpdateTags {
	const [tag, second] = written;
	const once = [inCaseOf(tag, "once")];
	const failed = conditional ? { failedTags: once } : {};
	const own = [setOfTag(tag)];
	if (second !== undefined) return { tags: own, writeTags: [setOfTag(second)], ...failed };
	switch (tag.toLowerCase()) {
		case "mb":
			return { tags: once, fences: own, ...failed };
		case "acquire":
		case "noreturn":
			return { tags: own, writeTags: once, ...failed };
		case "release":
			return { tags: once, writeTags: own, ...failed };
		default:
			return { tags: own, ...failed };
	}
}

/** Tags of a read-modify-write in models with the variant `lkmmv2`: on both events, or one for each. */
export function plainUpdateTags([tag, second]: readonly string[]): UpdateTags {
	if (second === undefined) return { tags: [setOfTag(tag)] };
	return { tags: [setOfTag(tag)], writeTags: [setOfTag(second)] };
}

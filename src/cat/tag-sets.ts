import type { CatValue } from "./cat-value.ts";

type Tag = CatValue & { readonly kind: "tag" };

function isTag(value: CatValue): value is Tag {
	return value.kind === "tag";
}

/** The tags of a set that has nothing but tags, or undefined for any other value. */
export function tagsOf(value: CatValue): readonly string[] | undefined {
	if (value.kind === "empty") return [];
	if (value.kind !== "elements" || !value.elements.every(isTag)) return undefined;
	return value.elements.map(({ tag }) => tag);
}

/** The set of these tags, each once. */
export function tagSet(tags: Iterable<string>): CatValue {
	const elements = [...new Set(tags)].map((tag): CatValue => ({ kind: "tag", tag }));
	return elements.length === 0 ? { kind: "empty" } : { kind: "elements", elements };
}

/** The union of sets of tags, or undefined if one of the values is none. */
export function uniteTags(values: readonly CatValue[]): CatValue | undefined {
	const parts = values.map(tagsOf);
	if (parts.some((part) => part === undefined)) return undefined;
	return tagSet(parts.flatMap((part) => part ?? []));
}

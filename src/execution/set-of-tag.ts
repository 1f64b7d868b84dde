/** The name of the set of events that carry a tag: the tag's with its first letter in upper case. */
export function setOfTag(tag: string): string {
	return tag.charAt(0).toUpperCase() + tag.slice(1);
}

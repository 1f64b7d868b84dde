/** What to tell about a word of a text, as Markdown; the range is in UTF-16 offsets. */
export interface Hover {
	readonly markdown: string;
	readonly start: number;
	readonly end: number;
}

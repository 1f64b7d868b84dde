import type { Story } from "../../execution/story/story.ts";

/** A story with all texts that are shown changed by `clean`: not those of whole sources, nor what a shell is to take. */
export function cleanStory(story: Story, clean: (text: string) => string): Story {
	const { sources, replay, command, ...shown } = story;
	return {
		...changeTexts(shown, clean),
		sources: sources.map(({ path, text }) => ({ path: clean(path), text })),
		...(replay !== undefined && { replay }),
		...(command !== undefined && { command }),
	};
}

/** Plain data with each text in it changed. */
function changeTexts<Data>(data: Data, change: (text: string) => string): Data {
	const changed: unknown = changeAny(data, change);
	return changed as Data;
}

function changeAny(data: unknown, change: (text: string) => string): unknown {
	if (typeof data === "string") return change(data);
	if (Array.isArray(data)) return data.map((part) => changeAny(part, change));
	if (typeof data !== "object" || data === null) return data;
	return Object.fromEntries(Object.entries(data).map(([key, part]) => [key, changeAny(part, change)]));
}

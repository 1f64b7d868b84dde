import type { StoryKind } from "../../execution/story/story.ts";

/** What a story is, in two words at most, and whether that is bad news. */
export function kindWords(kind: StoryKind): { readonly text: string; readonly isBad: boolean } {
	switch (kind) {
		case "allowed":
			return { text: "allowed", isBad: false };
		case "forbidden":
			return { text: "forbidden", isBad: true };
		case "race":
			return { text: "data race", isBad: true };
		case "deadlock":
			return { text: "deadlock", isBad: true };
		case "property":
			return { text: "violation", isBad: true };
	}
}

import type { StoryKind } from "../../execution/story/story.ts";

/** What a story comes to, in one or two words after "to". */
export function climaxWords(kind: StoryKind): string {
	switch (kind) {
		case "allowed":
			return "the outcome";
		case "forbidden":
			return "the contradiction";
		case "race":
			return "the race";
		case "deadlock":
			return "the deadlock";
		case "property":
			return "the violation";
	}
}

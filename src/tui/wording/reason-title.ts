import type { Story } from "../../execution/story/story.ts";

/** What the pane with the reason is about. */
export function reasonTitle({ kind }: Story): string {
	switch (kind) {
		case "allowed":
			return "What it shows";
		case "forbidden":
			return "Why the model forbids it";
		case "race":
			return "Why it is a race";
		case "deadlock":
			return "Why it cannot go on";
		case "property":
			return "What goes wrong";
	}
}

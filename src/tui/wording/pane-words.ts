import type { PaneName } from "../pane.ts";

/** A pane in a word or two, behind its key. */
export function paneWords(name: PaneName): string {
	switch (name) {
		case "steps":
			return "steps";
		case "source":
			return "source";
		case "memory":
			return "memory";
		case "views":
			return "what may be read";
		case "ring":
			return "ring";
		case "reason":
			return "reason";
	}
}

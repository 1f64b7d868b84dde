import type { Move } from "./step-target.ts";

/** What a key on a page asks for: a move, the help, or nothing. A digit is the number of a thread: 0 is P0. */
export function moveOfKey(key: string): Move | "help" | undefined {
	switch (key) {
		case "ArrowRight":
		case "ArrowDown":
		case "n":
		case " ":
			return { kind: "next" };
		case "ArrowLeft":
		case "ArrowUp":
		case "p":
			return { kind: "back" };
		case "Home":
			return { kind: "start" };
		case "End":
			return { kind: "end" };
		case "v":
			return { kind: "climax" };
		case "?":
			return "help";
	}
	return /^\d$/.test(key) ? { kind: "thread", thread: Number(key) } : undefined;
}

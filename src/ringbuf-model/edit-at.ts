import type { Edit } from "./configuration.ts";

/** An edit of one place of a text, with as much of what stands before it as tells it from others. */
export function editAt(file: string, text: string, at: number, from: string, to: string): Edit {
	for (let before = 0; ; before++) {
		const context = text.slice(at - before, at);
		if (before === at || text.split(context + from).length === 2)
			return { file, from: context + from, to: context + to };
	}
}

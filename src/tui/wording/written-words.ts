import type { Story } from "../../execution/story/story.ts";

/** A value that may be read, by the step that writes it; 0 stands for the initial value. */
export function writtenWords({ cells, steps }: Story, cell: number, write: number): string {
	if (write === 0) return `${cells[cell].initial} (initially)`;
	return `${steps[write - 1]?.value ?? "?"} (step ${write})`;
}

import type { Story } from "../../execution/story/story.ts";

/** The name of the location that a step or a wait is about; `memory` where it has none. */
export function cellName(story: Story, { cell }: { readonly cell?: number }): string {
	return cell === undefined ? "memory" : (story.cells[cell]?.name ?? "memory");
}

import type { Story } from "../execution/story/story.ts";
import type { ViewerStreams } from "./viewer-streams.ts";

/**
 * Lets a reader step through a story on a terminal, forward and back. Resolves when the reader quits, the terminal goes away or the signal is aborted; the
 * terminal is then as it was. What draws on terminals is loaded here and not before, so naming this function costs nothing.
 */
export async function viewStory(story: Story, streams: ViewerStreams): Promise<void> {
	const { runViewer } = await import("./shell.ts");
	await runViewer(story, streams);
}

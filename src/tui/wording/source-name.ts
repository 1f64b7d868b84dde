import type { Story } from "../../execution/story/story.ts";

/** A source by its path, without the brackets around the name of one that is no file. */
export function sourceName({ sources }: Story, source: number): string {
	return (sources[source]?.path ?? "?").replace(/^<(.*)>$/, "$1");
}

import type { Edit } from "../../ringbuf-model/configuration.ts";

/**
 * What a replay string of a ring is of: the model by its name, and the test that the configuration stands for, whatever is asked of it.
 * @param edits of the sources that the test includes
 */
export function ringIdentity(modelName: string, text: string, edits: readonly Edit[] = []): string {
	return `${modelName} ${text}${edits.map(({ file, to }) => ` ${file} ${to}`).join("")}`;
}

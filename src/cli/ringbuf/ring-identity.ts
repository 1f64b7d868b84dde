import type { Configuration } from "../../ringbuf-model/configuration.ts";

/** What a replay string of a ring is to be of: another model, other properties or another test make it another's. */
export function ringIdentity(modelName: string, { properties }: Configuration, text: string): string {
	return `${modelName} ${properties.join()} ${text}`;
}

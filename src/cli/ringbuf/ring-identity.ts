/** What a replay string of a ring is of: the model by its name, and the test that the configuration stands for, whatever is asked of it. */
export function ringIdentity(modelName: string, text: string): string {
	return `${modelName} ${text}`;
}

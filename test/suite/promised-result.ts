/** What the comment at a test's top says of it. */
export interface PromisedResult {
	/** The first word after `Result:`. */
	readonly word: string;
	/** Whether a second word promises a data race. */
	readonly race: boolean;
	/** All words of the comment but its `Result:` lines, joined by single spaces. */
	readonly description: string;
}

/**
 * Reads the comment that follows a test's first line, in the form that the kernel's scripts expect.
 * Undefined where there is no such comment, or not exactly one `Result:` line in the text.
 */
export function promisedResult(text: string): PromisedResult | undefined {
	const comment = /^C \S+\n\n\(\*\n(?<lines>(?: \*(?: .*)?\n)+) \*\)\n/.exec(text)?.groups?.lines;
	const results = [...text.matchAll(/^[( ]\* Result: (?<word>\w+)(?<race> DATARACE)?$/gm)];
	const [result] = results;
	if (comment === undefined || results.length !== 1) return undefined;
	const description = comment
		.split("\n")
		.filter((line) => !line.includes("Result:"))
		.map((line) => line.slice(3))
		.join(" ")
		.replace(/\s+/g, " ")
		.trim();
	return { word: result.groups?.word ?? "", race: result.groups?.race !== undefined, description };
}

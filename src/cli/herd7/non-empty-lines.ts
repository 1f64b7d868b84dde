/** The lines of a list of names without comments, which begin with `#`, blanks around them and empty ones. */
export function nonEmptyLines(text: string): string[] {
	return text
		.split("\n")
		.map((line) => line.replace(/(^|\s)#.*$/s, "").trim())
		.filter((line) => line !== "");
}

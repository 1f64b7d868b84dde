/**
 * Items set one after the other with two spaces between, in lines of at most `width` columns that begin
 * with `indent`. An item that is longer has a line to itself.
 */
export function wrapList(items: readonly string[], indent: string, width: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const item of items) {
		if (line !== "" && indent.length + line.length + 2 + item.length > width) {
			lines.push(indent + line);
			line = "";
		}
		line += line === "" ? item : `  ${item}`;
	}
	return line === "" ? lines : [...lines, indent + line];
}

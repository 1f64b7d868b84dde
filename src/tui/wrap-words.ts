import { textWithin } from "./fit-line.ts";
import { textWidth } from "./text-width.ts";

/**
 * A printable text in lines of at most `width` columns, broken at spaces where it can be and inside a word where it must. Lines after the first are
 * indented as far as the first one, and `hang` columns more as long as that leaves half of the width.
 */
export function wrapWords(text: string, width: number, hang = 0): string[] {
	if (textWidth(text) <= width) return [text];
	const own = /^ */.exec(text)?.[0].length ?? 0;
	// Whatever the width, a wide character has room behind the indentation.
	const most = Math.max(0, Math.min(Math.floor(width / 2), width - 2));
	const indent = " ".repeat(Math.min(own + hang, most));
	const lines: string[] = [];
	let line = " ".repeat(Math.min(own, most));
	let isEmpty = true;
	const close = (): void => {
		lines.push(line);
		line = indent;
		isEmpty = true;
	};
	for (const word of text.split(" ").filter((part) => part !== "")) {
		let rest = word;
		if (!isEmpty && textWidth(line) + 1 + textWidth(rest) > width) close();
		while (isEmpty && textWidth(line) + textWidth(rest) > width) {
			// At least one character, so that even a hopeless width comes to an end.
			const part =
				textWithin(rest, width - textWidth(line)) || String.fromCodePoint(rest.codePointAt(0) ?? 0);
			line += part;
			rest = rest.slice(part.length);
			close();
			if (rest === "") break;
		}
		if (rest === "") continue;
		line += isEmpty ? rest : ` ${rest}`;
		isEmpty = false;
	}
	return isEmpty && lines.length > 0 ? lines : [...lines, line];
}

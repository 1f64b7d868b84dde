import { textWidth } from "./text-width.ts";

const TAB = "    ";
const PLAIN = /^[ -~]*$/;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * A text as one line in which every character has one known width: tabs and line feeds become spaces, and what would move the cursor, ring the bell or
 * turn the direction of writing becomes a visible stand-in. Of characters that are composed of several only the first part stays, since
 * terminals do not agree on how wide the whole is.
 */
export function printable(text: string): string {
	if (PLAIN.test(text)) return text;
	const spaced = text.replaceAll("\t", TAB).replaceAll(/\r?\n/g, " ").normalize("NFC");
	let result = "";
	for (const { segment } of graphemes.segment(spaced)) {
		const first = String.fromCodePoint(segment.codePointAt(0) ?? 0);
		if (/\p{Cc}|\p{Cs}/u.test(first)) result += "\ufffd";
		else if (!/\p{Cf}|\p{Zl}|\p{Zp}/u.test(first) && textWidth(first) > 0) result += first;
	}
	return result;
}

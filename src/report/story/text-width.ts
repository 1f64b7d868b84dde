/** What takes no column of its own: marks that combine with what stands before them, and invisible signs. */
const NO_COLUMN = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** What takes two columns: the scripts that Unicode calls wide, and pictures. */
const TWO_COLUMNS =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** The columns that a character takes on a terminal. */
export function characterWidth(character: string): number {
	if (character >= " " && character <= "~") return 1;
	if (NO_COLUMN.test(character)) return 0;
	return TWO_COLUMNS.test(character) ? 2 : 1;
}

/**
 * The columns that a text of one line takes on a terminal. Characters that are drawn together may take fewer than what is counted for them one by
 * one, so a line is never wider than said.
 */
export function textWidth(text: string): number {
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}

/** The measures of pictures, in units of which a letter of the text is 7.3 wide. */
export const MEASURES = {
	/** The width of a letter in the font of labels, with a little to spare: fonts of fixed width differ by some percent. */
	cell: 7.3,
	/** The plate with a step's number, on the left of its box. */
	plate: 30,
	/** Between a box's edge and its text. */
	inset: 9,
	/** The narrowest and the widest text of a column, in letters. */
	fewestCells: 18,
	mostCells: 44,
	/** The same for compact pictures. */
	fewestCompactCells: 12,
	compactCells: 31,
	/** The height of a box with a line of source, of one without, and of that of an access that no other thread sees. */
	tall: 44,
	low: 28,
	small: 22,
	/** Between one row and the next. */
	gap: 14,
	/** Above the first row: the threads' names. */
	head: 40,
	/** Room beside a column, without the lines that run there. */
	margin: 14,
	compactMargin: 9,
	/** Room for a line beside a column: a plain one, and one with a badge. */
	lane: 11,
	badgeLane: 20,
	badge: 8.5,
} as const;

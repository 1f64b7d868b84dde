/** A place below a drawing, and what is to be written there, one line below the other. */
export interface Mark {
	readonly column: number;
	readonly labels: readonly string[];
}

/** More lines than any sensible set of marks needs. */
const MOST_LINES = 60;

/**
 * Arrows at marks, and below them their labels, none over another: where two would meet, one goes further down, with a line that leads to it. A
 * label begins below its arrow, or ends there where the right margin is near.
 * @param marks of distinct columns, from left to right
 * @returns undefined if there is no room for that
 */
export function placeLabels(marks: readonly Mark[], width: number): readonly string[] | undefined {
	const lengths = marks.map(({ labels }) => Math.max(0, ...labels.map((label) => label.length)));
	// From here on labels end below their arrows.
	let turned = marks.length;
	for (let index = marks.length - 1; index >= 0; index--) {
		const end = marks[index].column + lengths[index];
		if (end > Math.min(width, marks[turned]?.column ?? width)) turned = index;
	}
	const arrows: string[] = [];
	const lines: string[][] = [];
	for (const { column } of marks) arrows[column] = "^";
	const isFree = (line: number, from: number, to: number): boolean =>
		Array.from({ length: to - from }, (_, at) => lines[line]?.[from + at]).every((one) => one === undefined);
	const put = (line: number, column: number, text: string): void => {
		while (lines.length <= line) lines.push([]);
		for (const [at, character] of [...text].entries()) lines[line][column + at] = character;
	};
	const leftwards = [...marks.keys()].slice(0, turned).reverse();
	for (const index of [...leftwards, ...[...marks.keys()].slice(turned)]) {
		const { column, labels } = marks[index];
		const fromOf = (label: string): number =>
			Math.max(0, index < turned ? column : column + 1 - label.length);
		const fits = (line: number): boolean =>
			Array.from({ length: line }, (_, above) => above).every((above) => isFree(above, column, column + 1)) &&
			labels.every((label, at) => {
				const from = fromOf(label);
				return (
					from + label.length <= width && isFree(line + at, Math.max(0, from - 1), from + label.length + 1)
				);
			});
		const line = Array.from({ length: MOST_LINES }, (_, at) => at).find(fits);
		if (line === undefined) return undefined;
		for (let above = 0; above < line; above++) put(above, column, "|");
		for (const [at, label] of labels.entries()) put(line + at, fromOf(label), label);
	}
	return [arrows, ...lines].map((line) => Array.from(line, (character) => character ?? " ").join(""));
}

/** Longer names are not compared: the cost is the product of the lengths. */
const LONGEST = 40;

/** Number of single-character changes that lead from one text to the other. */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
			next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
		}
		row = next;
	}
	return row[to.length];
}

/**
 * Up to three of `known` that the writer of `name` may have meant, nearest first; case is ignored. Names
 * of one or two characters are all near each other: of them only those with the same first one count.
 */
export function nearestNames(name: string, known: Iterable<string>): readonly string[] {
	if (name.length > LONGEST) return [];
	const limit = Math.max(1, Math.floor(name.length / 3));
	return [...new Set(known)]
		.filter((candidate) => Math.abs(candidate.length - name.length) <= limit)
		.map((candidate) => ({ candidate, away: distance(name.toLowerCase(), candidate.toLowerCase()) }))
		.filter(({ candidate, away }) => away <= limit && (name.length > 2 || candidate[0] === name[0]))
		.sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
		.slice(0, 3)
		.map(({ candidate }) => candidate);
}

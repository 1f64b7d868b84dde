/** Longer names are not compared: the cost is the product of the lengths. */
const LONGEST = 40;

/** Number of single-character changes that lead from one text to the other; a change of case counts half. */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const [left, right] = [from[i - 1], to[j - 1]];
			const change = left === right ? 0 : sameLetter(left, right) ? 0.5 : 1;
			next.push(Math.min(row[j - 1] + change, row[j] + 1, next[j - 1] + 1));
		}
		row = next;
	}
	return row[to.length];
}

function sameLetter(left: string, right: string): boolean {
	return left.toLowerCase() === right.toLowerCase();
}

/**
 * Up to three of `known` that the writer of `name` may have meant, nearest first. Names of one or two
 * characters are all near each other: of them only those with the same first letter count. Names over 40
 * characters have no neighbours.
 */
export function nearestNames(name: string, known: Iterable<string>): readonly string[] {
	if (name === "" || name.length > LONGEST) return [];
	const limit = Math.max(1, name.length / 3);
	return [...new Set(known)]
		.filter((candidate) => candidate !== "" && Math.abs(candidate.length - name.length) <= limit)
		.map((candidate) => ({ candidate, away: distance(name, candidate) }))
		.filter(({ candidate, away }) => {
			return away <= limit && (name.length > 2 || sameLetter(candidate[0], name[0]));
		})
		.sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
		.slice(0, 3)
		.map(({ candidate }) => candidate);
}

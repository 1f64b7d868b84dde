const longest = 40;

/** Number of single-character changes between two short texts; case counts half a change. */
function distance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const [left, right] = [a[row - 1], b[column - 1]];
			const change = left === right ? 0 : left.toLowerCase() === right.toLowerCase() ? 0.5 : 1;
			current.push(Math.min(previous[column - 1] + change, previous[column] + 1, current[column - 1] + 1));
		}
		previous = current;
	}
	return previous[b.length];
}

/**
 * Up to three of `known` that a writer of `name` may have meant, nearest first. Costs the product of
 * the lengths a known name; names over 40 characters have no neighbours.
 */
export function nearestNames(name: string, known: Iterable<string>): string[] {
	if (name.length > longest) return [];
	const limit = Math.max(1, name.length / 3);
	const near: { readonly candidate: string; readonly away: number }[] = [];
	for (const candidate of new Set(known)) {
		if (candidate.length > longest) continue;
		const away = distance(name, candidate);
		if (away <= limit) near.push({ candidate, away });
	}
	near.sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1));
	return near.slice(0, 3).map((found) => found.candidate);
}

/**
 * Numbers of steps in words, in ascending order and each once: `step 3`, `steps 3 and 5`, `steps 3-6 and 9`. Of more than four runs the
 * first three are named, and how many steps there are beside.
 */
export function listSteps(numbers: readonly number[]): string {
	const sorted = [...new Set(numbers)].sort((one, other) => one - other);
	if (sorted.length === 1) return `step ${sorted[0]}`;
	const runs: { from: number; to: number }[] = [];
	for (const number of sorted) {
		const last = runs.at(-1);
		if (last?.to === number - 1) last.to = number;
		else runs.push({ from: number, to: number });
	}
	const kept = runs.length > 4 ? runs.slice(0, 3) : runs;
	const words = kept.flatMap(({ from, to }) =>
		to === from ? [`${from}`] : to === from + 1 ? [`${from}`, `${to}`] : [`${from}-${to}`],
	);
	if (kept.length < runs.length) {
		const rest = runs.slice(3).reduce((sum, { from, to }) => sum + to - from + 1, 0);
		words.push(`${rest} more`);
	}
	const last = words.pop();
	return words.length === 0 ? `steps ${last}` : `steps ${words.join(", ")} and ${last}`;
}

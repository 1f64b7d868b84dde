/** Tests that are named for an axiom, at most. */
const EXAMPLES = 3;

type Effects = ReadonlyMap<string, readonly string[]>;

/**
 * A table in Markdown: for each axiom how many verdicts change without it, and some of the suite's tests.
 *
 * @param totals how many tests there are in the suite and in the oracle
 */
export function axiomTable(suite: Effects, oracle: Effects, totals: readonly [number, number]): string {
	const rows = [...suite].map(([axiom, tests]) => {
		const random = oracle.get(axiom)?.length ?? 0;
		const examples = tests.slice(0, EXAMPLES).map((name) => `\`${name}\``);
		return `| \`${axiom}\` | ${tests.length} | ${random} | ${examples.join(", ")} |`;
	});
	return [
		`| without | of ${totals[0]} tests of the suite | of ${totals[1]} random tests | among them |`,
		"|---|---:|---:|---|",
		...rows,
		"",
	].join("\n");
}

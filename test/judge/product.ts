/** All lists with one element of each of the given lists, in order. */
export function* product<T>(choices: readonly (readonly T[])[]): Generator<readonly T[]> {
	if (choices.length === 0) {
		yield [];
		return;
	}
	for (const first of choices[0]) for (const rest of product(choices.slice(1))) yield [first, ...rest];
}

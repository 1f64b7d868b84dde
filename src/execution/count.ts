/**
 * How many executions there are of a kind: a number as long as that is exact, else a bigint. Symmetric
 * threads make counts that no number holds.
 */
export type Count = number | bigint;

/** The exact sum of two counts. */
export function addCounts(left: Count, right: Count): Count {
	if (typeof left === "number" && typeof right === "number") {
		const sum = left + right;
		if (Number.isSafeInteger(sum)) return sum;
	}
	return normalized(BigInt(left) + BigInt(right));
}

/** The exact product of two counts. */
export function multiplyCounts(left: Count, right: Count): Count {
	if (typeof left === "number" && typeof right === "number") {
		const product = left * right;
		if (Number.isSafeInteger(product)) return product;
	}
	return normalized(BigInt(left) * BigInt(right));
}

function normalized(count: bigint): Count {
	const small = Number(count);
	return Number.isSafeInteger(small) ? small : count;
}

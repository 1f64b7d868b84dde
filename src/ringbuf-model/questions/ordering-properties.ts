/** The properties that orderings are there for, of a variant. */
export function orderingProperties(variant: string): readonly string[] {
	const common = ["busy-read", "torn-payload", "recycled", "order", "data-race", "torn-memory"];
	if (variant.startsWith("user")) return [...common, "user-ring"];
	if (variant.startsWith("overwrite"))
		return [...common, "avail-underflow", "overwrite-invariant", "overlap", "overwrite-pos-behind"];
	return [...common, "lost-wakeup", "avail-underflow"];
}

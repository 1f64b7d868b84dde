/** An edge as it is to be drawn, between two steps or from the initial state, 0. */
export interface PictureEdge {
	/** Names it in the page: edges of a reason are `reason-0`, `reason-1`, ... in the order of telling. */
	readonly id: string;
	readonly from: number;
	readonly to: number;
	/** `rf` leads from a write to a read of it; `reason` belongs to a cycle; `race` has no direction. */
	readonly kind: "rf" | "reason" | "race";
	/** What stands on it in a circle; the list of reasons has the same. */
	readonly badge?: string;
	/** What it is, for a reader who points at it. */
	readonly title: string;
}

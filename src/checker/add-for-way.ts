import type { Frame } from "./frame.ts";
import { Harvest } from "./harvest.ts";
import type { SearchParts } from "./search-parts.ts";

type Parts = Pick<SearchParts, "layout" | "graph">;

/** Adds to a sum what the way that is being tried on a frame led to, for itself and for those that it stands for. */
export function addForWay(sum: Harvest, { ways, next }: Frame, harvest: Harvest, parts: Parts): void {
	const { exchanges } = ways[next - 1];
	if (!parts.layout.tellsTwinsApart) {
		sum.absorb(harvest, 1 + exchanges.length);
		return;
	}
	sum.absorb(harvest, 1);
	for (const [one, other] of exchanges)
		sum.absorb(
			harvest,
			1,
			parts.graph.nodes.map((_, thread) => (thread === one ? other : thread === other ? one : thread)),
		);
}

/** All that frames have found, for all that the ways on them stand for. */
export function foundOnFrames(frames: readonly Frame[], parts: Parts): Harvest {
	let below = new Harvest();
	for (const frame of frames.toReversed()) {
		const sum = new Harvest();
		sum.absorb(frame.harvest, 1);
		if (frame.next > 0) addForWay(sum, frame, below, parts);
		below = sum;
	}
	return below;
}

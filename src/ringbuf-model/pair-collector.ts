import type { Event } from "../execution/event.ts";
import type { Property } from "../execution/property.ts";
import { lineColumn } from "../source/line-column.ts";
import { originalSpan } from "../source/original-span.ts";

const RELEASING = ["RELEASE", "MB", "UL"];
const ACQUIRING = ["ACQUIRE", "MB", "LKR"];

/**
 * A property that never happens, and notes in every execution which releases, exchanges and unlocks hand on to
 * which acquires, exchanges and locks of another thread.
 * @param pairs receives each pair of source places once
 */
export function pairCollector(pairs: Set<string>): Property {
	return {
		name: "pairs",
		kind: "noted",
		happens: (execution) => {
			for (const [thread, own] of execution.events.entries())
				for (const [index, event] of own.entries()) {
					if (event.kind !== "R" || !hasTag(event, ACQUIRING)) continue;
					const source = execution.sourceOf(thread, index);
					if (source === undefined || source.thread < 0 || source.thread === thread) continue;
					if (hasTag(source, RELEASING)) pairs.add(`${placeOf(source)} with ${placeOf(event)}`);
				}
			return false;
		},
	};
}

function hasTag({ tags }: Event, wanted: readonly string[]): boolean {
	return tags.some((tag) => wanted.includes(tag.toUpperCase()));
}

function placeOf({ span, tags }: Event): string {
	if (span === undefined) return tags.join();
	const { file, start, end } = originalSpan(span);
	const name = file.path.replace(/^<(.*)>$/, "$1");
	return `\`${file.text.slice(start, end).replace(/\s+/g, " ")}\` (${name}:${lineColumn(file, start).line})`;
}

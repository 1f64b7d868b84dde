import type { Reason } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { wordCycle } from "./word-cycle.ts";
import { wordRace } from "./word-race.ts";
import { wordWaits } from "./word-waits.ts";

/**
 * Why a story goes as it does, in words: what forbids it, edge by edge down to what the execution itself relates; why two accesses race; who
 * waits for what. A line a statement, of any length, for the caller to wrap; what belongs to the line above it is indented.
 */
export function wordReason(story: Story, reason: Reason): string[] {
	switch (reason.kind) {
		case "cycle":
			return reason.cycles.flatMap((cycle) => wordCycle(story, cycle));
		case "race":
			return wordRace(story, reason);
		case "waits":
			return wordWaits(story, reason.waits);
		case "values":
			return [
				"No read can return what this asks for, whatever the memory model: the code never computes such values.",
			];
		case "circular":
			return [
				"This asks for values that come out of nothing: each would have to be computed from another one of them, in a circle.",
			];
	}
}

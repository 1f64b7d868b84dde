import { packOutcomes } from "../../report/gate/pack-outcomes.ts";
import type { PackedOutcomes } from "../../report/gate/packed-outcome.ts";
import { unpackOutcomes } from "../../report/gate/unpack-outcomes.ts";
import type { CheckedTest, TestOutcome } from "../../report/test-outcome.ts";
import type { TextCache } from "../text-cache.ts";

/** The outcome that was kept under a key, with the path, model name and time of the run that kept it. */
export function readVerdict(cache: TextCache, key: string): CheckedTest | undefined {
	const text = cache.read(key);
	if (text === undefined) return undefined;
	try {
		// Written by this same build, as the key says, and whole.
		const [outcome] = unpackOutcomes(JSON.parse(text) as PackedOutcomes);
		return outcome.status === "error" ? undefined : outcome;
	} catch {
		return undefined;
	}
}

/** Keeps an outcome, unless it is an error or of a search that did not see everything: more time may tell more. */
export function keepVerdict(cache: TextCache, key: string, outcome: TestOutcome): void {
	if (outcome.status === "error" || outcome.status === "incomplete" || outcome.partial) return;
	cache.write(key, JSON.stringify(packOutcomes([outcome])));
}

import type { Program } from "../execution/program.ts";
import type { Property } from "../execution/property.ts";
import { loadProgram } from "../litmus/load-program.ts";
import type { Result } from "../source/result.ts";
import { applyEdits } from "./apply-edits.ts";
import { checkConfiguration } from "./check-configuration.ts";
import { composeTest } from "./compose-test.ts";
import type { Configuration } from "./configuration.ts";
import { dataOffset } from "./data-offset.ts";
import { factsOf } from "./facts-of.ts";
import { pruneCells } from "./prune-cells.ts";
import { reachOf } from "./reach-of.ts";
import type { RingFacts } from "./ring-facts.ts";
import { withProperties } from "./ring-program.ts";
import { SOURCES } from "./sources.ts";
import { vacuous } from "./vacuous.ts";
import { variantNamed } from "./variants.ts";

/** A configuration ready to be checked. */
export interface Ring {
	readonly program: Program;
	/** The litmus test that it stands for; it includes the variant's sources. */
	readonly text: string;
	/** Iterations of a loop that a check has to follow: no loop goes round more often than there are records and wake-ups. */
	readonly unroll: number;
	/** Where the ring lies in the program, for those who look into its executions. */
	readonly facts: RingFacts;
}

/**
 * A configuration as a program with its properties, or all that is wrong with it.
 * @param more properties beside the ring's own
 * @throws Error if an edit does not fit the sources
 */
export function loadRing(configuration: Configuration, more: readonly Property[] = []): Result<Ring> {
	const problems = checkConfiguration(configuration);
	const variant = variantNamed(configuration.variant);
	if (problems.length > 0 || variant === undefined) return { ok: false, diagnostics: problems };
	const sources = applyEdits(SOURCES, configuration.edits);
	const text = composeTest(configuration, variant);
	const loaded = loadProgram(
		{ path: `<ringbuf ${variant.name}>`, text },
		{ longBits: configuration.bits },
		{ readInclude: (name) => sources.get(name) },
	);
	if (!loaded.ok) return loaded;
	const reach = 8 * reachOf(configuration) + configuration.size;
	const isReached = (name: string): boolean => {
		const offset = dataOffset(name);
		if (offset === undefined) return true;
		const start = Number(configuration.start % BigInt(configuration.size));
		return (offset - start + configuration.size) % configuration.size < reach;
	};
	const pruned = reach < configuration.size ? pruneCells(loaded.value, isReached) : loaded.value;
	const facts = factsOf(pruned, configuration, variant);
	const ring = withProperties(pruned, configuration, variant, facts);
	const program = { ...ring, properties: [...(ring.properties ?? []), ...more] };
	const records = configuration.producers * configuration.records.length;
	return {
		ok: true,
		value: { program, text, unroll: 2 * records + 3, facts },
		warnings: [...loaded.warnings, ...vacuous(configuration)],
	};
}

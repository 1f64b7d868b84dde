import type { Diagnostic } from "../source/diagnostic.ts";
import { nothingFits } from "../source/messages-ringbuf.ts";
import type { Configuration } from "./configuration.ts";
import { variantNamed } from "./variants.ts";

const HEADER = 8;

/**
 * A warning of a configuration in which no record can ever be reserved, so that what never happens says nothing. The kernel reserves at most one
 * byte less than the ring has; a hostile consumer_pos can make it believe that there is more, and the user ring can be filled.
 */
export function vacuous(configuration: Configuration): readonly Diagnostic[] {
	const { variant, producers, records, size: ring, hostile } = configuration;
	if (producers === 0 || records.length === 0 || hostile || variantNamed(variant)?.side === "user") return [];
	const least = Math.min(...records.map(({ size }) => 8 * Math.ceil((size + HEADER) / 8)));
	return least < ring ? [] : [nothingFits(least, ring)];
}

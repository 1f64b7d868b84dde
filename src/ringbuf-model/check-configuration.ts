import type { Diagnostic } from "../source/diagnostic.ts";
import * as messages from "../source/messages-ringbuf.ts";
import { nearestNames } from "../source/nearest-names.ts";
import { checkSettings } from "./check-settings.ts";
import type { Configuration } from "./configuration.ts";
import { RING_PROPERTIES } from "./property-table.ts";
import { VARIANTS, type Variant, variantNamed } from "./variants.ts";

const PAGE = 4096;
const RING = { least: 8, most: 65_536 };
const PROCESSES = { least: 0, most: 8 };
/** `UINT_MAX / 4`: what two flags leave of a header's length. */
const LARGEST_RECORD = 0x3fff_ffff;

/**
 * What is wrong with a configuration: that which the kernel would refuse, with its own error, and that which
 * has no meaning. Empty if it can be checked.
 */
export function checkConfiguration(configuration: Configuration): readonly Diagnostic[] {
	const { variant: name } = configuration;
	const variant = variantNamed(name);
	if (variant === undefined) {
		const names = VARIANTS.map((one) => one.name);
		return [messages.unknownVariant(name, nearestNames(name, names), names)];
	}
	return [
		...checkRing(configuration),
		...checkCounts(configuration),
		...configuration.records.flatMap(({ size }) => checkRecord(size, configuration, variant)),
		...configuration.records.flatMap(({ end }) =>
			variant.side === "user" && (end === "hold" || end === "output") ? [messages.userRecordEnd(end)] : [],
		),
		...checkPositions(configuration),
		...checkProperties(configuration),
		...checkConsumer(configuration, variant),
		...checkSettings(configuration),
	];
}

function checkRing({ size, tiny }: Configuration): Diagnostic[] {
	if (!Number.isInteger(Math.log2(size))) return [messages.ringNotPowerOfTwo(size)];
	if (!tiny && size % PAGE !== 0) return [messages.ringBelowPage(size, PAGE)];
	if (size < RING.least || size > RING.most)
		return [messages.ringSizeOutOfRange(size, RING.least, RING.most)];
	return [];
}

function checkCounts({ producers, consumers, queries }: Configuration): Diagnostic[] {
	const { least, most } = PROCESSES;
	return Object.entries({ producers, consumers, queries }).flatMap(([what, value]) =>
		Number.isInteger(value) && value >= least && value <= most
			? []
			: [messages.numberOutOfRange(`the number of ${what}`, String(value), least, most)],
	);
}

function checkRecord(
	size: number,
	{ size: ring, hostile }: Configuration,
	{ defines }: Variant,
): Diagnostic[] {
	if (size < 0 || !Number.isInteger(size))
		return [messages.numberOutOfRange("a record's size", String(size), 0, LARGEST_RECORD)];
	if (size > LARGEST_RECORD) return [messages.recordBeyondHeader(size, LARGEST_RECORD)];
	const total = 8 * Math.ceil((size + 8) / 8);
	// Whether the kernel notices is what a check is about that has the hostile consumer_pos to show it; but the
	// mapping ends after two rounds.
	const room = hostile || defines.includes("NO_TOTAL_CHECK") ? ring + 8 : ring;
	return total > room ? [messages.recordBeyondRing(size, total, ring)] : [];
}

function checkPositions({ bits, start, size }: Configuration): Diagnostic[] {
	if (![8, 16, 32, 64].includes(bits))
		return [messages.numberOutOfRange("a position's width", `${bits} bits`, 8, 64)];
	if (start < 0n || start >> BigInt(bits) !== 0n || start % 8n !== 0n)
		return [messages.badStart(start, bits)];
	if (size > 2 ** (bits - 1)) return [messages.positionsTooNarrow(bits, size)];
	return [];
}

function checkProperties({ properties }: Configuration): Diagnostic[] {
	const names = RING_PROPERTIES.map(({ name }) => name);
	return properties
		.filter((name) => !names.includes(name))
		.map((name) => messages.unknownProperty(name, nearestNames(name, names), names));
}

function checkConsumer(
	{ consumer, consumers, nesting, queries }: Configuration,
	{ side, name }: Variant,
): Diagnostic[] {
	const found: Diagnostic[] = [];
	if (side === "kernel" && consumers > 1)
		found.push(
			messages.conflictingOptions(
				`${consumers} consumers`,
				`variant ${name}`,
				"The kernel's ring has one consumer.",
			),
		);
	if (side === "user" && nesting !== "none")
		found.push(
			messages.conflictingOptions("a nested producer", `variant ${name}`, "It is about the kernel's lock."),
		);
	if (side === "user" && (consumer === "poll" || consumer === "snapshot" || queries > 0))
		found.push(
			messages.conflictingOptions("this consumer", `variant ${name}`, "The kernel drains the user ring."),
		);
	return found;
}

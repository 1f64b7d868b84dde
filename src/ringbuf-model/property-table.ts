import type { Configuration } from "./configuration.ts";
import type { History } from "./history.ts";
import { findBehind, findBeyondRing, findUnderflow } from "./properties/avail.ts";
import { findBusyRead } from "./properties/busy-read.ts";
import { findTrace } from "./properties/failed-reserve.ts";
import { findLostWakeup } from "./properties/lost-wakeup.ts";
import { findDisorder } from "./properties/order.ts";
import { findOverlap } from "./properties/overlap.ts";
import { findBrokenInvariant } from "./properties/overwrite-invariant.ts";
import { findRecycled } from "./properties/recycled.ts";
import { findStall } from "./properties/stall.ts";
import { findTornMemory } from "./properties/torn-memory.ts";
import { findTornOverwritePos } from "./properties/torn-overwrite-pos.ts";
import { findTornPayload } from "./properties/torn-payload.ts";
import { findTornSnapshot } from "./properties/torn-snapshot.ts";
import { findUserRingFault } from "./properties/user-ring.ts";
import type { Variant } from "./variants.ts";

/** Something that must not happen to a ring. */
export interface RingProperty {
	/** As the command line names it. */
	readonly name: string;
	/** What it would mean, in a sentence without its subject. */
	readonly meaning: string;
	/** Says what an execution did, if it did it; absent where the checker itself tells. */
	readonly find?: (history: History) => string | undefined;
	/** Whether it is only asked about: it may happen, and a reader wants to know. */
	readonly isObservation?: boolean;
	/** Whether it speaks of what producers promise: it says nothing where they are hostile. */
	readonly trustsProducers?: boolean;
	/** Whether a configuration puts it at stake; absent if every one does. That nobody can break it is no proof of anything. */
	readonly isAtStake?: (configuration: Configuration, variant: Variant) => boolean;
	/** What the checker tells. */
	readonly told?: "hang" | "data-race" | "undefined";
}

/** All properties, in the order in which the protocol's description lists them. */
export const RING_PROPERTIES: readonly RingProperty[] = [
	{
		name: "overlap",
		meaning: "two records that are being written share a byte, or a record exceeds the ring",
		find: findOverlap,
	},
	{
		name: "busy-read",
		meaning: "a record is delivered whose header was BUSY, or of another round",
		find: findBusyRead,
		trustsProducers: true,
	},
	{
		name: "torn-payload",
		meaning: "an accepted header comes with a payload that is not of its record",
		find: findTornPayload,
		trustsProducers: true,
	},
	{
		name: "recycled",
		meaning: "a read of a payload returns a byte of a later round",
		find: findRecycled,
		trustsProducers: true,
	},
	{
		name: "order",
		meaning: "what is delivered is not what was committed, in the order of reservations, each once",
		find: findDisorder,
		trustsProducers: true,
	},
	{
		name: "lost-wakeup",
		meaning: "a consumer sleeps, a committed record waits, and no wake-up is pending",
		find: findLostWakeup,
		isAtStake: ({ consumer }, { side }) => consumer === "poll" || side === "user",
	},
	{
		name: "avail-underflow",
		meaning: "the available size that a query is told underflows",
		find: findUnderflow,
		isAtStake: ({ queries }) => queries > 0,
	},
	{
		name: "torn-overwrite-pos",
		meaning: "a query sees an overwrite_pos beside a producer_pos of another moment",
		find: findTornOverwritePos,
		isAtStake: ({ queries }, { overwrites }) => queries > 0 && overwrites,
	},
	{
		name: "overwrite-invariant",
		meaning:
			"under the lock the positions are not in order, or a record is overwritten that is being written",
		find: findBrokenInvariant,
		isAtStake: (_, { overwrites }) => overwrites,
	},
	{
		name: "torn-snapshot",
		meaning: "an accepted copy of the ring holds an overwritten byte",
		find: findTornSnapshot,
		isAtStake: ({ consumer }) => consumer === "snapshot",
	},
	{
		name: "user-ring",
		meaning: "the kernel exposes what was not produced, reads a header twice, or delivers a sample twice",
		find: findUserRingFault,
		isAtStake: (_, { side }) => side === "user",
	},
	{ name: "failed-reserve", meaning: "a reservation that fails leaves a trace", find: findTrace },
	{
		name: "hang",
		meaning: "a nested reservation waits for a lock that its own processor holds",
		told: "hang",
	},
	{ name: "data-race", meaning: "two accesses, one of them plain, race", told: "data-race" },
	{
		name: "torn-memory",
		meaning: "in the end a committed record does not hold what was written into it",
		find: findTornMemory,
	},
	{ name: "wrap", meaning: "the ring stands still once a position has wrapped around", find: findStall },
	{
		name: "avail-beyond-ring",
		meaning: "the available size that a query is told is larger than the ring",
		isObservation: true,
		find: findBeyondRing,
	},
	{
		name: "overwrite-pos-behind",
		meaning: "a query sees a producer_pos without the overwrite_pos that was stored before it",
		isObservation: true,
		find: findBehind,
	},
	{ name: "undefined", meaning: "an access goes where there is no memory", told: "undefined" },
];

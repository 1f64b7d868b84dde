/**
 * A test, as `writeTest` takes it, the outcome that it asks for, and the models that allow that, in the order
 * sc, tso, armv8, lkmm.
 */
export type ClassicRow = readonly [
	name: string,
	threads: readonly string[],
	outcome: string,
	allowedBy: string,
];

/** Rows by what they have in common. */
export type ClassicFamilies = Readonly<Record<string, readonly ClassicRow[]>>;

/** Outcomes of load and store buffering and of message passing, which many rows ask for. */
export const SB = "0:r0=0 /\\ 1:r0=0";
export const MP = "1:r0=1 /\\ 1:r1=0";
export const LB = "0:r0=1 /\\ 1:r0=1";

/** Both threads of store buffering, with the same code in between. */
export function storeBuffering(between: string): string[] {
	return [`Wx1; ${between} r0 = Ry;`, `Wy1; ${between} r0 = Rx;`];
}

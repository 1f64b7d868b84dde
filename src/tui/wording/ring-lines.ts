import type { RingFrame } from "../../execution/story/ring-frame.ts";

/** The ring as lines. */
export function ringLines({ size, records, positions, lockedBy }: RingFrame, _width: number): string[] {
	return [
		`${size} bytes${lockedBy === undefined ? "" : `, P${lockedBy} has the lock`}`,
		...positions.map(({ name, at }) => `${name} ${at}`),
		...records.map(({ pos, end, thread, header }) => `[${pos}, ${end}) of P${thread}: ${header}`),
	];
}

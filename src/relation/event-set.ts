/**
 * A set of event indices below `capacity`, one bit each. `words` 32-bit words; bit `i & 31` of word
 * `i >> 5` stands for event i. Signed words, because those stay small integers in the engine.
 */
export class EventSet {
	readonly words: number;
	readonly bits: Int32Array;

	constructor(capacity: number) {
		this.words = Math.max(1, (capacity + 31) >> 5);
		this.bits = new Int32Array(this.words);
	}

	has(event: number): boolean {
		return (this.bits[event >> 5] & (1 << (event & 31))) !== 0;
	}

	add(event: number): void {
		this.bits[event >> 5] |= 1 << (event & 31);
	}

	remove(event: number): void {
		this.bits[event >> 5] &= ~(1 << (event & 31));
	}

	clear(): void {
		this.bits.fill(0);
	}
}

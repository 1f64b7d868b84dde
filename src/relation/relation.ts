/**
 * A relation on event indices below `capacity`: one row of bits an event, `words` 32-bit words a row,
 * row i holding the events that i is related to.
 */
export class Relation {
	readonly capacity: number;
	readonly words: number;
	readonly bits: Int32Array;

	constructor(capacity: number) {
		this.words = Math.max(1, (capacity + 31) >> 5);
		this.capacity = this.words * 32;
		this.bits = new Int32Array(this.capacity * this.words);
	}

	has(from: number, to: number): boolean {
		return (this.bits[from * this.words + (to >> 5)] & (1 << (to & 31))) !== 0;
	}

	add(from: number, to: number): void {
		this.bits[from * this.words + (to >> 5)] |= 1 << (to & 31);
	}

	remove(from: number, to: number): void {
		this.bits[from * this.words + (to >> 5)] &= ~(1 << (to & 31));
	}

	clear(): void {
		this.bits.fill(0);
	}

	/** The related pairs, ordered by first and then second event. Allocates; not for inner loops. */
	pairs(): [number, number][] {
		const found: [number, number][] = [];
		for (let row = 0; row < this.capacity; row++)
			for (let word = 0; word < this.words; word++) {
				let rest = this.bits[row * this.words + word];
				while (rest !== 0) {
					const low = rest & -rest;
					found.push([row, word * 32 + 31 - Math.clz32(low)]);
					rest ^= low;
				}
			}
		return found;
	}
}

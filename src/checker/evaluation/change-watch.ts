import { type Clock, type Register, RelationRegister } from "./register.ts";

/** Finds out what has changed in a register that is filled as a whole, by comparing it with a copy. */
export class ChangeWatch {
	readonly #register: Register;
	readonly #copy: Int32Array;

	constructor(register: Register) {
		this.#register = register;
		this.#copy = register.bits.slice();
	}

	/**
	 * Dates what differs from the state at the last call. Costs a look at each word of the first `size` rows.
	 * @returns whether anything does
	 */
	date(clock: Clock, size: number): boolean {
		const register = this.#register;
		const { bits, words } = register;
		const copy = this.#copy;
		const isRelation = register instanceof RelationRegister;
		let differs = false;
		const end = isRelation ? size * words : words;
		for (let at = 0; at < end; at++) {
			if (bits[at] === copy[at]) continue;
			copy[at] = bits[at];
			differs = true;
			if (isRelation) register.changedAt[(at / words) | 0] = clock.now;
		}
		if (differs) register.lastChange = clock.now;
		return differs;
	}
}

/** A set of at most 31 events: bit i is event i. */
export type Mask = number;

/**
 * A binary relation on at most 31 events, as a boolean matrix. Immutable; every operation makes a new
 * one at a cost of at most events squared (closures: cubed). All operands must have the same size.
 */
export class Matrix {
	/** `rows[i]` is the set of events that i is related to. */
	readonly rows: readonly Mask[];

	constructor(rows: readonly Mask[]) {
		this.rows = rows;
	}

	/** The relation on `size` events that holds where `test` is true. */
	static where(size: number, test: (from: number, to: number) => boolean): Matrix {
		const rows = new Array<Mask>(size).fill(0);
		for (let from = 0; from < size; from++)
			for (let to = 0; to < size; to++) if (test(from, to)) rows[from] |= 1 << to;
		return new Matrix(rows);
	}

	/** The identity on a set. */
	static on(size: number, set: Mask): Matrix {
		return Matrix.where(size, (from, to) => from === to && ((set >> from) & 1) === 1);
	}

	/** All pairs of two sets. */
	static product(size: number, left: Mask, right: Mask): Matrix {
		return Matrix.where(size, (from, to) => ((left >> from) & (right >> to) & 1) === 1);
	}

	has(from: number, to: number): boolean {
		return ((this.rows[from] >> to) & 1) === 1;
	}

	or(...others: readonly Matrix[]): Matrix {
		return new Matrix(this.rows.map((row, i) => others.reduce((all, other) => all | other.rows[i], row)));
	}

	and(other: Matrix): Matrix {
		return new Matrix(this.rows.map((row, i) => row & other.rows[i]));
	}

	minus(other: Matrix): Matrix {
		return new Matrix(this.rows.map((row, i) => row & ~other.rows[i]));
	}

	/** Composition, left to right. */
	sequence(...others: readonly Matrix[]): Matrix {
		return others.reduce<Matrix>(compose, this);
	}

	inverse(): Matrix {
		return Matrix.where(this.rows.length, (from, to) => this.has(to, from));
	}

	/** With every event related to itself. */
	optional(): Matrix {
		return new Matrix(this.rows.map((row, i) => row | (1 << i)));
	}

	/** Transitive closure. */
	plus(): Matrix {
		const rows = [...this.rows];
		for (let via = 0; via < rows.length; via++)
			for (let from = 0; from < rows.length; from++) if ((rows[from] >> via) & 1) rows[from] |= rows[via];
		return new Matrix(rows);
	}

	/** Reflexive and transitive closure. */
	star(): Matrix {
		return this.plus().optional();
	}

	domain(): Mask {
		return this.rows.reduce((set, row, i) => (row === 0 ? set : set | (1 << i)), 0);
	}

	range(): Mask {
		return this.rows.reduce((set, row) => set | row, 0);
	}

	isEmpty(): boolean {
		return this.rows.every((row) => row === 0);
	}

	isIrreflexive(): boolean {
		return this.rows.every((row, i) => ((row >> i) & 1) === 0);
	}

	isAcyclic(): boolean {
		return this.plus().isIrreflexive();
	}

	equals(other: Matrix): boolean {
		return this.rows.every((row, i) => row === other.rows[i]);
	}
}

function compose(left: Matrix, right: Matrix): Matrix {
	return new Matrix(
		left.rows.map((row) => {
			let result = 0;
			for (let via = 0; via < right.rows.length; via++) if ((row >> via) & 1) result |= right.rows[via];
			return result;
		}),
	);
}

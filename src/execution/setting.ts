/** A parameter of a test whose value was given from outside. */
export interface Setting {
	readonly name: string;
	readonly value: bigint;
}

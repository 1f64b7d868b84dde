/** What a model says of one execution. */
export interface Opinion {
	/** In how many ways of making the model's choices it allows the execution. */
	readonly allowed: number;
	/** The flags that it raises in one of them. */
	readonly flags: ReadonlySet<string>;
}

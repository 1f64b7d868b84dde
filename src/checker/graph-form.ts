/** What a partial execution is when twins have no names. */
export interface GraphForm {
	/** Equal for two graphs only if one becomes the other by renaming twins. */
	readonly key: string;
	/** The threads in the order in which the key has them. */
	readonly order: readonly number[];
}

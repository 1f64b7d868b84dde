/** A memory model that was read. It is used in the thread that has read it. */
export interface MemoryModel {
	/** A shipped model's name, or the path that it was read under. */
	readonly name: string;
}

/** Something that a stopped thread needs before it can go on. */
export type Need =
	| {
			readonly kind: "read";
			/** A read without source. */
			readonly read: number;
			readonly cell: number;
			/** The writes that it may read from now. */
			readonly sources: readonly number[];
			/** Those that it may not, because what they write is computed from it. */
			readonly circular: readonly number[];
			/** For each thread whether it may read from what that thread has still to write. */
			readonly later: readonly boolean[];
	  }
	| {
			readonly kind: "lock" | "trylock" | "islocked" | "update";
			readonly thread: number;
			readonly cell: number;
			/** Writes that show the lock as free, and as taken (for those that do not wait); of an update any, twice. */
			readonly sources: readonly number[];
			readonly taken: readonly number[];
			/** Set while an update waits for what its old value is compared with: its source is not chosen before. */
			readonly blocked?: boolean;
	  };

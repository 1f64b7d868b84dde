/** A version of the protocol. */
export interface Variant {
	readonly name: string;
	/** Its source, among the files of `c/`. */
	readonly file: string;
	readonly meaning: string;
	/** Who produces. */
	readonly side: "kernel" | "user";
	/** Whether producers overwrite what was not consumed. */
	readonly overwrites: boolean;
	/** Whether producers keep account, in pending_pos, of which records are still being written. */
	readonly keepsPending: boolean;
	readonly defines: readonly string[];
}

const kernel = (name: string, file: string, meaning: string, more: Partial<Variant> = {}): Variant => ({
	name,
	file,
	meaning,
	side: "kernel",
	overwrites: false,
	keepsPending: false,
	defines: [],
	...more,
});

/** All variants, oldest first. */
export const VARIANTS: readonly Variant[] = [
	kernel("v5.8-draft", "v5.8-draft.c", "the first drafts: marked accesses and a write barrier"),
	kernel("v5.8-unchecked", "v5.8.c", "Linux 5.8 before CVE-2021-3489: a record may be larger than the ring", {
		defines: ["NO_TOTAL_CHECK"],
	}),
	kernel("v5.8", "v5.8.c", "Linux 5.8 with the check of a record's size"),
	kernel("v6.10", "v6.10.c", "Linux 6.10: pending_pos, after CVE-2024-41009", { keepsPending: true }),
	kernel("v6.15", "v6.15.c", "Linux 6.15: a lock that may be refused", { keepsPending: true }),
	kernel(
		"overwrite-v2",
		"overwrite-v2.c",
		"overwriting as under review: half-round wake-ups, bounded avail",
		{
			overwrites: true,
			keepsPending: true,
		},
	),
	kernel("overwrite", "overwrite.c", "overwriting as merged", { overwrites: true, keepsPending: true }),
	{
		name: "user-v3",
		file: "user-ring.c",
		meaning: "the user ring buffer under review: the header holds the rounded size",
		side: "user",
		overwrites: false,
		keepsPending: false,
		defines: ["USER_RINGBUF_V3"],
	},
	{
		name: "user-v4",
		file: "user-ring.c",
		meaning: "the user ring buffer: user space produces, the kernel drains",
		side: "user",
		overwrites: false,
		keepsPending: false,
		defines: [],
	},
];

/** The variant of a name; undefined if there is none. */
export function variantNamed(name: string): Variant | undefined {
	return VARIANTS.find((variant) => variant.name === name);
}

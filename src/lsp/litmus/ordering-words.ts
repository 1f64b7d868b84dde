/** What a tag of an access or a fence promises in the kernel's model. */
const PROMISES: ReadonlyMap<string, string> = new Map([
	["ONCE", "Orders nothing by itself: only dependencies and coherence hold it. The compiler keeps it whole."],
	["ACQUIRE", "Acquire: what comes after it in program order happens after its read."],
	[
		"RELEASE",
		"Release: whoever sees its write sees what comes before it in program order, and what that has seen.",
	],
	[
		"NORETURN",
		"Orders nothing by itself; since its old value goes nowhere, smp_rmb() does not order its read either.",
	],
	["MB", "A full barrier: all that comes before it reaches every CPU before what comes after is done."],
	["Mb", "A full barrier: all that comes before it reaches every CPU before what comes after is done."],
	["Rmb", "Orders the reads before it with the reads after it."],
	["Wmb", "Orders the writes before it with the writes after it."],
	[
		"Before-atomic",
		"With a read-modify-write after it: a full barrier between what comes before and that, with all behind it.",
	],
	["After-atomic", "With a read-modify-write before it: a full barrier between that and what comes after."],
	[
		"After-spinlock",
		"With the taking of a lock before it: a full barrier between that and what comes after.",
	],
	[
		"After-unlock-lock",
		"After an unlock and a lock, of one CPU or of one lock: a full barrier between what comes before the unlock and what comes after.",
	],
	["After-srcu-read-unlock", "With srcu_read_unlock() before it: a full barrier between the two sides."],
	["Barrier", "Keeps the compiler from moving plain accesses over it; CPUs know nothing of it."],
	["Rcu-lock", "Begins an RCU read-side critical section: grace periods do not fit inside it."],
	["Rcu-unlock", "Ends an RCU read-side critical section."],
	[
		"Sync-rcu",
		"A grace period: it waits for all RCU read-side critical sections that began before it, and is a full barrier.",
	],
	["Srcu-lock", "Begins a critical section of this SRCU domain; its value is what the unlock is given."],
	["Srcu-unlock", "Ends the critical section of this SRCU domain that its operand comes from."],
	["Sync-srcu", "A grace period of this SRCU domain, and a full barrier."],
]);

/** In a sentence each, what tags promise; tags that say nothing known are left out. */
export function orderingWords(tags: readonly string[]): readonly string[] {
	return [...new Set(tags.flatMap((tag) => PROMISES.get(tag) ?? PROMISES.get(tag.toUpperCase()) ?? []))];
}

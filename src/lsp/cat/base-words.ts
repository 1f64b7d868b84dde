/** What an execution supplies, in a sentence each. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
	["po", "Program order: from each event to those that its thread does later."],
	["rf", "Reads-from: from each write to the reads that return its value."],
	["co", "Coherence: the order in which writes of one location become its value."],
	["fr", "From-reads: from each read to the writes that are coherence-after the one it reads from."],
	["addr", "Address dependency: from a read to accesses whose address is computed from it."],
	["data", "Data dependency: from a read to writes whose value is computed from it."],
	["ctrl", "Control dependency: from a read to what comes after a branch that depends on it."],
	["rmw", "From the read of a read-modify-write to its write."],
	["loc", "Between accesses of one location."],
	["int", "Between events of one thread."],
	["ext", "Between events of different threads."],
	["id", "From each event to itself."],
	["same-value", "Between accesses whose values are the same."],
	["R", "All reads."],
	["W", "All writes."],
	["M", "All reads and writes."],
	["F", "All fences."],
	["IW", "The writes that give locations their initial values."],
	["_", "All events."],
]);

/** What a set or relation is that models need not define; undefined for others. */
export function baseWords(name: string): string | undefined {
	return MEANINGS.get(name);
}

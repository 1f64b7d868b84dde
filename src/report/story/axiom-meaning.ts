/** What axioms demand, by the names that the shipped models, the kernel's own and its relatives give them. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
	["coherence", coherence()],
	["sc-per-variable", coherence()],
	["sc-per-location", coherence()],
	["uniproc", coherence()],
	["internal", coherence()],
	["atomic", atomicity()],
	["atomicity", atomicity()],
	["rmw", atomicity()],
	["happens-before", happensBefore()],
	["hb", happensBefore()],
	["no-thin-air", happensBefore()],
	["propagation", propagation()],
	["pb", propagation()],
	["rcu", gracePeriods()],
	["rb", gracePeriods()],
	[
		"plain-coherence",
		"where plain accesses are ordered whatever the compiler makes of them, no read and no overwriting goes against that order",
	],
	[
		"sc",
		"all accesses of all threads happen one after the other, each thread's in program order, and a read sees the last write before it",
	],
	[
		"tso",
		"accesses take effect for all CPUs in one order, which keeps program order but for a store that a later load may overtake",
	],
	["ghb", "accesses take effect for all CPUs in one order, which all of them agree on"],
	[
		"external",
		"accesses take effect for all CPUs in one order, which barriers, acquires, releases and dependencies keep",
	],
	["observation", "a thread that has seen a write sees all that had to reach it before that write"],
	["is-locked", "spin_is_locked() does not find a lock free on account of its own thread's unlock"],
]);

/** What an axiom demands of every execution, in words that follow "it says that"; undefined for one of a model that is not known. */
export function axiomMeaning(name: string): string | undefined {
	return MEANINGS.get(name.toLowerCase());
}

function coherence(): string {
	return "all accesses to one location agree on one order, in which each thread's are in program order and a read sees the last write";
}

function atomicity(): string {
	return "nobody else writes between the read and the write of a read-modify-write";
}

function happensBefore(): string {
	return "nothing happens before itself, where reading from another thread, barriers and dependencies tell what happens before what";
}

function propagation(): string {
	return "full barriers are ordered among each other, what reached a CPU before its barrier having reached all CPUs after it, and that this order goes one way";
}

function gracePeriods(): string {
	return "a grace period waits for the critical sections that it finds, so that none both begins before it and ends after it";
}

/** What the relations of the shipped models stand for: LKMM's first, then those of sc, tso and armv8. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
	["hb", "happens-before"],
	["xb", "executes-before"],
	["pb", "propagation past a full barrier"],
	["rb", "order around a grace period"],
	["ppo", "program order that is kept"],
	["to-r", "what a read waits for"],
	["to-w", "what a write waits for"],
	["prop", "the order in which writes reach threads"],
	["cumul-fence", "a barrier that covers what was seen before it, too"],
	["rmw-sequence", "a chain of read-modify-writes"],
	["acq-po", "an acquire"],
	["po-rel", "a release"],
	["unlock-lock", "an unlock, then a lock"],
	["mb", "a full barrier"],
	["gp", "a grace period"],
	["strong-fence", "a full barrier"],
	["nonrw-fence", "a barrier"],
	["fence", "a barrier"],
	["rmb", "a read barrier"],
	["wmb", "a write barrier"],
	["vis", "visibility to the other thread"],
	["rcu-link", "the way from one grace period or critical section to the next"],
	["rcu-order", "grace periods, at least as many as critical sections"],
	["rcu-fence", "grace periods, as good as a full barrier"],
	["grace-link", "the way from one grace period or critical section to the next"],
	["grace-order", "grace periods, at least as many as critical sections"],
	["global", "the one order of all CPUs"],
	["obs", "what another thread observes"],
	["dob", "a dependency"],
	["aob", "a read-modify-write"],
	["bob", "a barrier, an acquire or a release"],
	["lws", "a write after an access to its location"],
	["drain", "a store buffer that is emptied in between"],
]);

/** What a model's relation stands for, in a few words; undefined for one that is not known. */
export function relationMeaning(name: string): string | undefined {
	return MEANINGS.get(name);
}

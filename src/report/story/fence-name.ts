/** Fences and grace periods by the names of their sets in lower case. */
const FENCES: ReadonlyMap<string, string> = new Map([
	["mb", "smp_mb()"],
	["rmb", "smp_rmb()"],
	["wmb", "smp_wmb()"],
	["before-atomic", "smp_mb__before_atomic()"],
	["after-atomic", "smp_mb__after_atomic()"],
	["after-spinlock", "smp_mb__after_spinlock()"],
	["after-unlock-lock", "smp_mb__after_unlock_lock()"],
	["after-srcu-read-unlock", "smp_mb__after_srcu_read_unlock()"],
	["barrier", "barrier()"],
	["rcu-lock", "rcu_read_lock()"],
	["rcu-unlock", "rcu_read_unlock()"],
	["sync-rcu", "synchronize_rcu()"],
	["sync-srcu", "synchronize_srcu()"],
	["srcu-lock", "srcu_read_lock()"],
	["srcu-unlock", "srcu_read_unlock()"],
]);

/** The kernel's name for a fence with these tags; the tags themselves where the kernel has none. */
export function fenceName(tags: readonly string[]): string {
	for (const tag of tags) {
		const name = FENCES.get(tag.toLowerCase());
		if (name !== undefined) return name;
	}
	return tags.length === 0 ? "a fence" : `fence ${tags.join(", ")}`;
}

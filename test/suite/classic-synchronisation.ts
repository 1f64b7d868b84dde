import { type ClassicFamilies, LB, MP, SB, storeBuffering } from "./classic-row.ts";

/** The same shapes made of what the kernel builds on accesses: atomics, locks, RCU. */
export const classicSynchronisation: ClassicFamilies = {
	"store buffering by read-modify-writes": [
		["SB+xchg", ["r1 = xchg(x, 1); r0 = Ry;", "r1 = xchg(y, 1); r0 = Rx;"], SB, ""],
		[
			"SB+xchg_relaxed",
			["r1 = xchg_relaxed(x, 1); r0 = Ry;", "r1 = xchg_relaxed(y, 1); r0 = Rx;"],
			SB,
			"armv8 lkmm",
		],
		[
			"SB+xchg_acquire",
			["r1 = xchg_acquire(x, 1); r0 = Ry;", "r1 = xchg_acquire(y, 1); r0 = Rx;"],
			SB,
			"armv8 lkmm",
		],
		[
			"SB+xchg_release",
			["r1 = xchg_release(x, 1); r0 = Ry;", "r1 = xchg_release(y, 1); r0 = Rx;"],
			SB,
			"armv8 lkmm",
		],
		["SB+xchg on the reads", ["Wx1; r0 = xchg(y, 2);", "Wy1; r0 = xchg(x, 2);"], SB, ""],
		["SB+xchg in between", storeBuffering("r1 = xchg(z, 1);"), SB, ""],
		["SB+cmpxchg failing", storeBuffering("r1 = cmpxchg(z, 7, 1);"), SB, "armv8 lkmm"],
		["SB+cmpxchg succeeding", ["Wx1; r1 = cmpxchg(z, 0, 1); r0 = Ry;", "Wy1; smp_mb(); r0 = Rx;"], SB, ""],
		["SB+atomic_inc", storeBuffering("atomic_inc(a);"), SB, "armv8 lkmm"],
		["SB+atomic_inc+after", storeBuffering("atomic_inc(a); smp_mb__after_atomic();"), SB, ""],
		["SB+before+atomic_inc", storeBuffering("smp_mb__before_atomic(); atomic_inc(a);"), SB, ""],
		["SB+before alone: DMB", storeBuffering("smp_mb__before_atomic();"), SB, "tso lkmm"],
		["SB+after alone: DMB", storeBuffering("smp_mb__after_atomic();"), SB, "tso lkmm"],
	],
	locks: [
		[
			"MP+lock+lock",
			["spin_lock(l); Wx1; Wy1; spin_unlock(l);", "spin_lock(l); r0 = Ry; r1 = Rx; spin_unlock(l);"],
			MP,
			"",
		],
		["SB+lock-unlock", storeBuffering("spin_lock(l); spin_unlock(l);"), SB, ""],
		[
			"SB, each with a lock of its own",
			["Wx1; spin_lock(l); spin_unlock(l); r0 = Ry;", "Wy1; spin_lock(m); spin_unlock(m); r0 = Rx;"],
			SB,
			"armv8 lkmm",
		],
		[
			"SB+after_spinlock",
			[
				"Wx1; spin_lock(l); smp_mb__after_spinlock(); r0 = Ry; spin_unlock(l);",
				"Wy1; spin_lock(m); smp_mb__after_spinlock(); r0 = Rx; spin_unlock(m);",
			],
			SB,
			"",
		],
		[
			"SB, an unlock and a lock in between: STLR before LDAXR",
			[
				"spin_lock(l); Wx1; spin_unlock(l); spin_lock(m); r0 = Ry; spin_unlock(m);",
				"Wy1; smp_mb(); r0 = Rx;",
			],
			SB,
			"lkmm",
		],
		[
			"SB, an unlock, a lock and after_unlock_lock",
			[
				"spin_lock(l); Wx1; spin_unlock(l); spin_lock(m); smp_mb__after_unlock_lock(); r0 = Ry; spin_unlock(m);",
				"Wy1; smp_mb(); r0 = Rx;",
			],
			SB,
			"",
		],
		[
			"MP on a failing trylock",
			["Wx1; spin_lock(l); spin_unlock(l);", "r0 = spin_trylock(l); if (r0) { spin_unlock(l); } r1 = Rx;"],
			"1:r0=0 /\\ 1:r1=0",
			"armv8 lkmm",
		],
		[
			"SB on spin_is_locked",
			["spin_lock(l); r0 = Rx; spin_unlock(l);", "Wx1; smp_mb(); r0 = spin_is_locked(l);"],
			SB,
			"sc tso armv8 lkmm",
		],
	],
	"grace periods": [
		[
			"MP, a section and a grace period",
			["rcu_read_lock(); r0 = Ry; r1 = Rx; rcu_read_unlock();", "Wx1; synchronize_rcu(); Wy1;"],
			"0:r0=1 /\\ 0:r1=0",
			"",
		],
		[
			"MP and a grace period without a section",
			["r0 = Ry; r1 = Rx;", "Wx1; synchronize_rcu(); Wy1;"],
			"0:r0=1 /\\ 0:r1=0",
			"armv8 lkmm",
		],
		[
			"SB, a section and a grace period",
			["rcu_read_lock(); Wx1; r0 = Ry; rcu_read_unlock();", "Wy1; synchronize_rcu(); r0 = Rx;"],
			SB,
			"",
		],
		[
			"LB, a section and a grace period",
			["rcu_read_lock(); r0 = Rx; Wy1; rcu_read_unlock();", "r0 = Ry; synchronize_rcu(); Wx1;"],
			LB,
			"",
		],
		[
			"two sections and one grace period",
			[
				"Wx1; synchronize_rcu(); r0 = Ry;",
				"rcu_read_lock(); Wy1; r0 = Rz; rcu_read_unlock();",
				"rcu_read_lock(); Wz1; r0 = Rx; rcu_read_unlock();",
			],
			"0:r0=0 /\\ 1:r0=0 /\\ 2:r0=0",
			"tso armv8 lkmm",
		],
		[
			"two sections and two grace periods",
			[
				"Wx1; synchronize_rcu(); synchronize_rcu(); r0 = Ry;",
				"rcu_read_lock(); Wy1; r0 = Rz; rcu_read_unlock();",
				"rcu_read_lock(); Wz1; r0 = Rx; rcu_read_unlock();",
			],
			"0:r0=0 /\\ 1:r0=0 /\\ 2:r0=0",
			"",
		],
		[
			"SB, a section of SRCU and a grace period of its domain",
			[
				"r1 = srcu_read_lock(s); Wx1; r0 = Ry; srcu_read_unlock(s, r1);",
				"Wy1; synchronize_srcu(s); r0 = Rx;",
			],
			SB,
			"",
		],
		[
			"SB, a section of SRCU and a grace period of RCU",
			["r1 = srcu_read_lock(s); Wx1; r0 = Ry; srcu_read_unlock(s, r1);", "Wy1; synchronize_rcu(); r0 = Rx;"],
			SB,
			"tso armv8 lkmm",
		],
		[
			"SB+after_srcu_read_unlock",
			[
				"r1 = srcu_read_lock(s); Wx1; srcu_read_unlock(s, r1); smp_mb__after_srcu_read_unlock(); r0 = Ry;",
				"Wy1; smp_mb(); r0 = Rx;",
			],
			SB,
			"",
		],
	],
};

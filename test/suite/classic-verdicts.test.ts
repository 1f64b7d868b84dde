import { describe, expect, it } from "vitest";
import { verdictOf } from "./lkmm-verdict.ts";
import { writeTest } from "./write-test.ts";

const MODELS = ["sc", "tso", "armv8", "lkmm"];

/**
 * Shapes of the literature (Sewell et al. on x86-TSO, Alglave et al. on Arm and the Linux kernel, Pulte et al. on
 * Armv8), written with the kernel's primitives. The last column names the models that allow the outcome.
 */
type Row = readonly [name: string, threads: readonly string[], outcome: string, allowedBy: string];

const SB = "0:r0=0 /\\ 1:r0=0";
const MP = "1:r0=1 /\\ 1:r1=0";
const LB = "0:r0=1 /\\ 1:r0=1";
const WRC = "1:r0=1 /\\ 2:r0=1 /\\ 2:r1=0";
const IRIW = "2:r0=1 /\\ 2:r1=0 /\\ 3:r0=1 /\\ 3:r1=0";

/** Both threads of store buffering, with the same code in between. */
const sb = (between: string): string[] => [`Wx1; ${between} r0 = Ry;`, `Wy1; ${between} r0 = Rx;`];
const mp = (writer: string, reader: string): string[] => [`Wx1; ${writer}`, reader];
const lb = (between: (to: string) => string): string[] => [
	`r0 = Rx; ${between("y")}`,
	`r0 = Ry; ${between("x")}`,
];

/** A dependency of an address on r0. */
const through = (variable: string, register = "r0"): string => `*(${variable} + (${register} & 0))`;

const FAMILIES: Readonly<Record<string, readonly Row[]>> = {
	"one location": [
		["CoRR", ["Wx1;", "r0 = Rx; r1 = Rx;"], "1:r0=1 /\\ 1:r1=0", ""],
		["CoWW", ["Wx1; Wx2;"], "x=1", ""],
		["CoWR", ["Wx1; r0 = Rx;", "Wx2;"], "0:r0=2 /\\ x=1", ""],
		["CoRW1", ["r0 = Rx; Wx1;"], "0:r0=1", ""],
		["CoRW2", ["r0 = Rx; Wx1;", "Wx2;"], "0:r0=2 /\\ x=2", ""],
		["xchg is atomic", ["r0 = xchg_relaxed(x, 1);", "r0 = xchg_relaxed(x, 2);"], SB, ""],
	],
	"store buffering": [
		["SB", sb(""), SB, "tso armv8 lkmm"],
		["SB+mbs", sb("smp_mb();"), SB, ""],
		["SB+mb+po", ["Wx1; smp_mb(); r0 = Ry;", "Wy1; r0 = Rx;"], SB, "tso armv8 lkmm"],
		["SB+wmbs", sb("smp_wmb();"), SB, "tso armv8 lkmm"],
		["SB+rmbs", sb("smp_rmb();"), SB, "tso armv8 lkmm"],
		["SB+barriers", sb("barrier();"), SB, "tso armv8 lkmm"],
		["SB+syncs", sb("synchronize_rcu();"), SB, ""],
		["SB+store-mb", ["smp_store_mb(*x, 1); r0 = Ry;", "smp_store_mb(*y, 1); r0 = Rx;"], SB, ""],
		[
			"SB+rel-acq: STLR before LDAR",
			[
				"smp_store_release(x, 1); r0 = smp_load_acquire(y);",
				"smp_store_release(y, 1); r0 = smp_load_acquire(x);",
			],
			SB,
			"tso lkmm",
		],
		[
			"SB+rel-po",
			["smp_store_release(x, 1); r0 = Ry;", "smp_store_release(y, 1); r0 = Rx;"],
			SB,
			"tso armv8 lkmm",
		],
		["SB+po-acq", ["Wx1; r0 = smp_load_acquire(y);", "Wy1; r0 = smp_load_acquire(x);"], SB, "tso armv8 lkmm"],
		[
			"SB by rfi",
			["Wx1; r1 = Rx; r0 = Ry;", "Wy1; r1 = Ry; r0 = Rx;"],
			`${SB} /\\ 0:r1=1 /\\ 1:r1=1`,
			"tso armv8 lkmm",
		],
	],
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
		["SB+xchg in between", sb("r1 = xchg(z, 1);"), SB, ""],
		["SB+cmpxchg failing", sb("r1 = cmpxchg(z, 7, 1);"), SB, "armv8 lkmm"],
		["SB+cmpxchg succeeding", ["Wx1; r1 = cmpxchg(z, 0, 1); r0 = Ry;", "Wy1; smp_mb(); r0 = Rx;"], SB, ""],
		["SB+atomic_inc", sb("atomic_inc(a);"), SB, "armv8 lkmm"],
		["SB+atomic_inc+after", sb("atomic_inc(a); smp_mb__after_atomic();"), SB, ""],
		["SB+before+atomic_inc", sb("smp_mb__before_atomic(); atomic_inc(a);"), SB, ""],
		["SB+before alone: DMB", sb("smp_mb__before_atomic();"), SB, "tso lkmm"],
		["SB+after alone: DMB", sb("smp_mb__after_atomic();"), SB, "tso lkmm"],
	],
	"message passing": [
		["MP", mp("Wy1;", "r0 = Ry; r1 = Rx;"), MP, "armv8 lkmm"],
		["MP+wmb+rmb", mp("smp_wmb(); Wy1;", "r0 = Ry; smp_rmb(); r1 = Rx;"), MP, ""],
		["MP+wmb+po", mp("smp_wmb(); Wy1;", "r0 = Ry; r1 = Rx;"), MP, "armv8 lkmm"],
		["MP+rmb+rmb", mp("smp_rmb(); Wy1;", "r0 = Ry; smp_rmb(); r1 = Rx;"), MP, "armv8 lkmm"],
		["MP+wmb+wmb", mp("smp_wmb(); Wy1;", "r0 = Ry; smp_wmb(); r1 = Rx;"), MP, "armv8 lkmm"],
		["MP+rel+acq", mp("smp_store_release(y, 1);", "r0 = smp_load_acquire(y); r1 = Rx;"), MP, ""],
		["MP+po+acq", mp("Wy1;", "r0 = smp_load_acquire(y); r1 = Rx;"), MP, "armv8 lkmm"],
		["MP+dmb+addr", mp("smp_mb(); Wy1;", `r0 = Ry; r1 = READ_ONCE(${through("x")});`), MP, ""],
		["MP+dmb+ctrl", mp("smp_mb(); Wy1;", "r0 = Ry; if (r0) { r1 = Rx; }"), MP, "armv8 lkmm"],
		[
			"PPOCA",
			mp("smp_mb(); Wy1;", `r0 = Ry; if (r0) { Wz1; r2 = Rz; r1 = READ_ONCE(${through("x", "r2")}); }`),
			`${MP} /\\ 1:r2=1`,
			"armv8 lkmm",
		],
		[
			"PPOAA",
			mp(
				"smp_mb(); Wy1;",
				`r0 = Ry; WRITE_ONCE(${through("z")}, 1); r2 = Rz; r1 = READ_ONCE(${through("x", "r2")});`,
			),
			`${MP} /\\ 1:r2=1`,
			"",
		],
		[
			"MP+dmb+data-rfi-addr",
			mp("smp_mb(); Wy1;", `r0 = Ry; WRITE_ONCE(*z, r0); r2 = Rz; r1 = READ_ONCE(${through("x", "r2")});`),
			MP,
			"",
		],
		[
			"MP+xchg_release+xchg_acquire",
			mp("r0 = xchg_release(y, 1);", "r0 = xchg_acquire(y, 2); r1 = Rx;"),
			MP,
			"",
		],
		[
			"MP+rel+xchg_relaxed",
			mp("smp_store_release(y, 1);", "r0 = xchg_relaxed(y, 2); r1 = Rx;"),
			MP,
			"armv8 lkmm",
		],
		[
			"MP+rel+cmpxchg_acquire",
			mp("smp_store_release(y, 1);", "r0 = cmpxchg_acquire(y, 1, 2); r1 = Rx;"),
			MP,
			"",
		],
		[
			"MP+rel+cmpxchg_acquire failing",
			mp("smp_store_release(y, 1);", "r0 = cmpxchg_acquire(y, 7, 2); r1 = Rx;"),
			MP,
			"armv8 lkmm",
		],
		["MP+rel+xchg on the data", mp("smp_store_release(y, 1);", "r0 = Ry; r1 = xchg(x, 2);"), MP, ""],
		[
			"MP+rel+fetch_add-rmb",
			mp("smp_store_release(y, 1);", "r0 = xchg_relaxed(y, 2); smp_rmb(); r1 = Rx;"),
			MP,
			"",
		],
		[
			"MP on an atomic without result, rmb: STADD",
			["Wx1; smp_wmb(); atomic_set(a, 1);", "atomic_inc(a); smp_rmb(); r1 = Rx;"],
			"a=2 /\\ 1:r1=0",
			"armv8 lkmm",
		],
		[
			"MP on an atomic without result, after_atomic",
			["Wx1; smp_wmb(); atomic_set(a, 1);", "atomic_inc(a); smp_mb__after_atomic(); r1 = Rx;"],
			"a=2 /\\ 1:r1=0",
			"",
		],
		[
			"MP+rel+xchg-rfi-acq: an acquire of what an RMW wrote",
			mp("smp_store_release(y, 1);", "r0 = xchg_relaxed(y, 2); r2 = smp_load_acquire(y); r1 = Rx;"),
			`${MP} /\\ 1:r2=2`,
			"lkmm",
		],
		[
			"MP+rel+xchg-rfi-addr",
			mp(
				"smp_store_release(y, 1);",
				`r0 = xchg_relaxed(y, 2); r2 = Ry; r1 = READ_ONCE(${through("x", "r2")});`,
			),
			`${MP} /\\ 1:r2=2`,
			"armv8 lkmm",
		],
		[
			"MP+wmb+fetch_add-rfi-addr: a sum is not known before its summand",
			[
				"Wx1; smp_wmb(); atomic_set(a, 1);",
				`r0 = atomic_fetch_add_relaxed(1, a); r2 = atomic_read(a); r1 = READ_ONCE(${through("x", "r2")});`,
			],
			`${MP} /\\ 1:r2=2`,
			"",
		],
		[
			"MP+rel-co+acq: a later write of the releasing thread",
			mp("smp_store_release(y, 1); Wy2;", "r0 = smp_load_acquire(y); r1 = Rx;"),
			"1:r0=2 /\\ 1:r1=0",
			"lkmm",
		],
	],
	"load buffering": [
		["LB", lb((to) => `W${to}1;`), LB, "armv8 lkmm"],
		["LB+data+po", ["r0 = Rx; WRITE_ONCE(*y, r0);", "r0 = Ry; Wx1;"], LB, "armv8 lkmm"],
		["LB+datas", lb((to) => `WRITE_ONCE(*${to}, 1 + (r0 & 0));`), LB, ""],
		["LB+addrs", lb((to) => `WRITE_ONCE(${through(to)}, 1);`), LB, ""],
		["LB+ctrls", lb((to) => `if (r0) { W${to}1; }`), LB, ""],
		["LB+addr-pos", lb((to) => `r1 = READ_ONCE(${through("z")}); W${to}1;`), LB, "lkmm"],
		["LB+data-cos", lb((to) => `WRITE_ONCE(*${to}, 2 + (r0 & 0)); W${to}1;`), LB, ""],
		["LB+mbs", lb((to) => `smp_mb(); W${to}1;`), LB, ""],
		["LB+rmbs: DMB ISHLD", lb((to) => `smp_rmb(); W${to}1;`), LB, "lkmm"],
		["LB+wmbs", lb((to) => `smp_wmb(); W${to}1;`), LB, "armv8 lkmm"],
		["LB+acqs", ["r0 = smp_load_acquire(x); Wy1;", "r0 = smp_load_acquire(y); Wx1;"], LB, ""],
		["LB+rels", lb((to) => `smp_store_release(${to}, 1);`), LB, ""],
		["LB+xchg_relaxed", lb((to) => `r1 = xchg_relaxed(${to}, 1);`), LB, "armv8 lkmm"],
		["LB+xchg", lb((to) => `r1 = xchg(${to}, 1);`), LB, ""],
	],
	"two writers": [
		["R", ["Wx1; Wy1;", "Wy2; r0 = Rx;"], "y=2 /\\ 1:r0=0", "tso armv8 lkmm"],
		["R+po+mb", ["Wx1; Wy1;", "Wy2; smp_mb(); r0 = Rx;"], "y=2 /\\ 1:r0=0", "armv8 lkmm"],
		["R+wmb+mb", ["Wx1; smp_wmb(); Wy1;", "Wy2; smp_mb(); r0 = Rx;"], "y=2 /\\ 1:r0=0", "lkmm"],
		["R+mbs", ["Wx1; smp_mb(); Wy1;", "Wy2; smp_mb(); r0 = Rx;"], "y=2 /\\ 1:r0=0", ""],
		["S", ["Wx2; Wy1;", "r0 = Ry; Wx1;"], "1:r0=1 /\\ x=2", "armv8 lkmm"],
		["S+wmb+data", ["Wx2; smp_wmb(); Wy1;", "r0 = Ry; WRITE_ONCE(*x, r0);"], "1:r0=1 /\\ x=2", ""],
		["S+rel+acq", ["Wx2; smp_store_release(y, 1);", "r0 = smp_load_acquire(y); Wx1;"], "1:r0=1 /\\ x=2", ""],
		["2+2W", ["Wx1; Wy2;", "Wy1; Wx2;"], "x=1 /\\ y=1", "armv8 lkmm"],
		["2+2W+wmbs", ["Wx1; smp_wmb(); Wy2;", "Wy1; smp_wmb(); Wx2;"], "x=1 /\\ y=1", "lkmm"],
		["2+2W+mbs", ["Wx1; smp_mb(); Wy2;", "Wy1; smp_mb(); Wx2;"], "x=1 /\\ y=1", ""],
	],
	"three and four threads": [
		["WRC", ["Wx1;", "r0 = Rx; Wy1;", "r0 = Ry; r1 = Rx;"], WRC, "armv8 lkmm"],
		[
			"WRC+data+addr",
			["Wx1;", "r0 = Rx; WRITE_ONCE(*y, r0);", `r0 = Ry; r1 = READ_ONCE(${through("x")});`],
			WRC,
			"lkmm",
		],
		[
			"WRC+rel+acq",
			["Wx1;", "r0 = Rx; smp_store_release(y, 1);", "r0 = smp_load_acquire(y); r1 = Rx;"],
			WRC,
			"",
		],
		[
			"ISA2+wmb+data+addr",
			["Wx1; smp_wmb(); Wy1;", "r0 = Ry; WRITE_ONCE(*z, r0);", `r0 = Rz; r1 = READ_ONCE(${through("x")});`],
			WRC,
			"lkmm",
		],
		[
			"ISA2+rel+data+addr",
			[
				"Wx1; smp_store_release(y, 1);",
				"r0 = Ry; WRITE_ONCE(*z, r0);",
				`r0 = Rz; r1 = READ_ONCE(${through("x")});`,
			],
			WRC,
			"lkmm",
		],
		[
			"ISA2+rel+acq-rel+acq",
			[
				"Wx1; smp_store_release(y, 1);",
				"r0 = smp_load_acquire(y); smp_store_release(z, 1);",
				"r0 = smp_load_acquire(z); r1 = Rx;",
			],
			WRC,
			"",
		],
		["IRIW", ["Wx1;", "Wy1;", "r0 = Rx; r1 = Ry;", "r0 = Ry; r1 = Rx;"], IRIW, "armv8 lkmm"],
		[
			"IRIW+rmbs",
			["Wx1;", "Wy1;", "r0 = Rx; smp_rmb(); r1 = Ry;", "r0 = Ry; smp_rmb(); r1 = Rx;"],
			IRIW,
			"lkmm",
		],
		[
			"IRIW+addrs",
			[
				"Wx1;",
				"Wy1;",
				`r0 = Rx; r1 = READ_ONCE(${through("y")});`,
				`r0 = Ry; r1 = READ_ONCE(${through("x")});`,
			],
			IRIW,
			"lkmm",
		],
		["IRIW+mbs", ["Wx1;", "Wy1;", "r0 = Rx; smp_mb(); r1 = Ry;", "r0 = Ry; smp_mb(); r1 = Rx;"], IRIW, ""],
		["RWC", ["Wx1;", "r0 = Rx; r1 = Ry;", "Wy1; r0 = Rx;"], "1:r0=1 /\\ 1:r1=0 /\\ 2:r0=0", "tso armv8 lkmm"],
		[
			"RWC+rmb+mb",
			["Wx1;", "r0 = Rx; smp_rmb(); r1 = Ry;", "Wy1; smp_mb(); r0 = Rx;"],
			"1:r0=1 /\\ 1:r1=0 /\\ 2:r0=0",
			"lkmm",
		],
		["Z6.0", ["Wx1; Wy1;", "r0 = Ry; Wz1;", "Wz2; r0 = Rx;"], "1:r0=1 /\\ z=2 /\\ 2:r0=0", "tso armv8 lkmm"],
		[
			"Z6.0+rel+acq-rel+mb",
			[
				"Wx1; smp_store_release(y, 1);",
				"r0 = smp_load_acquire(y); smp_store_release(z, 1);",
				"Wz2; smp_mb(); r0 = Rx;",
			],
			"1:r0=1 /\\ z=2 /\\ 2:r0=0",
			"lkmm",
		],
		[
			"Z6.3+wmb+wmb+addr",
			["Wx1; smp_wmb(); Wy1;", "Wy2; smp_wmb(); Wz1;", `r0 = Rz; r1 = READ_ONCE(${through("x")});`],
			"y=2 /\\ 2:r0=1 /\\ 2:r1=0",
			"lkmm",
		],
	],
	locks: [
		[
			"MP+lock+lock",
			["spin_lock(l); Wx1; Wy1; spin_unlock(l);", "spin_lock(l); r0 = Ry; r1 = Rx; spin_unlock(l);"],
			MP,
			"",
		],
		["SB+lock-unlock", sb("spin_lock(l); spin_unlock(l);"), SB, ""],
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

describe.each(Object.entries(FAMILIES))("%s", (_, rows) => {
	it.each(rows)("%s", (name, threads, outcome, allowedBy) => {
		const file = { path: `${name}.litmus`, text: writeTest("classic", threads, outcome) };
		const allowing = MODELS.filter((model) => {
			const verdict = verdictOf(file, model);
			expect(verdict.kind).not.toBe("incomplete");
			expect(verdict.positive + verdict.negative).toBeGreaterThan(0);
			return verdict.positive > 0;
		});
		expect(allowing.join(" ")).toBe(allowedBy);
	});
});

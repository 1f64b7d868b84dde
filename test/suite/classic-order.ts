import { type ClassicFamilies, LB, MP, SB, storeBuffering } from "./classic-row.ts";

const WRC = "1:r0=1 /\\ 2:r0=1 /\\ 2:r1=0";
const IRIW = "2:r0=1 /\\ 2:r1=0 /\\ 3:r0=1 /\\ 3:r1=0";

const mp = (writer: string, reader: string): string[] => [`Wx1; ${writer}`, reader];
const lb = (between: (to: string) => string): string[] => [
	`r0 = Rx; ${between("y")}`,
	`r0 = Ry; ${between("x")}`,
];

/** The variable, at an address that is computed from a register. */
const through = (variable: string, register = "r0"): string => `*(${variable} + (${register} & 0))`;

/** Shapes of the literature on x86-TSO, Arm and the Linux kernel, mostly of single accesses. */
export const classicOrder: ClassicFamilies = {
	"one location": [
		["CoRR", ["Wx1;", "r0 = Rx; r1 = Rx;"], "1:r0=1 /\\ 1:r1=0", ""],
		["CoWW", ["Wx1; Wx2;"], "x=1", ""],
		["CoWR", ["Wx1; r0 = Rx;", "Wx2;"], "0:r0=2 /\\ x=1", ""],
		["CoRW1", ["r0 = Rx; Wx1;"], "0:r0=1", ""],
		["CoRW2", ["r0 = Rx; Wx1;", "Wx2;"], "0:r0=2 /\\ x=2", ""],
		["xchg is atomic", ["r0 = xchg_relaxed(x, 1);", "r0 = xchg_relaxed(x, 2);"], SB, ""],
	],
	"store buffering": [
		["SB", storeBuffering(""), SB, "tso armv8 lkmm"],
		["SB+mbs", storeBuffering("smp_mb();"), SB, ""],
		["SB+mb+po", ["Wx1; smp_mb(); r0 = Ry;", "Wy1; r0 = Rx;"], SB, "tso armv8 lkmm"],
		["SB+wmbs", storeBuffering("smp_wmb();"), SB, "tso armv8 lkmm"],
		["SB+rmbs", storeBuffering("smp_rmb();"), SB, "tso armv8 lkmm"],
		["SB+barriers", storeBuffering("barrier();"), SB, "tso armv8 lkmm"],
		["SB+syncs", storeBuffering("synchronize_rcu();"), SB, ""],
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
};

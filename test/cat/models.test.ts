import { describe, expect, test } from "vitest";
import { type HandBuilt, handBuilt } from "./hand-built.ts";
import { builtin } from "./load.ts";
import { judge } from "./naive-evaluator.ts";

const lkmm = builtin("lkmm");
const sc = builtin("sc");
const tso = builtin("tso");

/** Which checks of the kernel's model forbid the execution, then what the other two say. */
function verdicts(execution: HandBuilt): [string[], string[], string[]] {
	return [lkmm, sc, tso].map((model) => judge(model, execution).forbidden) as [string[], string[], string[]];
}

/** Message passing where the reader sees the flag and not the data. */
function messagePassing(writer: readonly string[], reader: readonly string[], ...edges: string[]): HandBuilt {
	return handBuilt([writer, reader], "rf: wy>ry", ...edges);
}

describe("message passing", () => {
	test("without fences it is the kernel's to allow", () => {
		const execution = messagePassing(["wx: W x ONCE", "wy: W y ONCE"], ["ry: R y ONCE", "rx: R x ONCE"]);
		expect(verdicts(execution)).toEqual([[], ["sc"], ["tso"]]);
	});

	test("release and acquire forbid it", () => {
		const execution = messagePassing(
			["wx: W x ONCE", "wy: W y RELEASE"],
			["ry: R y ACQUIRE", "rx: R x ONCE"],
		);
		expect(verdicts(execution)[0]).toEqual(["happens-before"]);
	});

	test("smp_wmb and smp_rmb forbid it", () => {
		const execution = messagePassing(
			["wx: W x ONCE", "f: F - Wmb", "wy: W y ONCE"],
			["ry: R y ONCE", "g: F - Rmb", "rx: R x ONCE"],
		);
		expect(verdicts(execution)[0]).toEqual(["happens-before"]);
	});

	test("an address dependency orders reads, a control dependency does not", () => {
		const writer = ["wx: W x ONCE", "f: F - Wmb", "wy: W y ONCE"];
		const reader = ["ry: R y ONCE", "rx: R x ONCE"];
		expect(verdicts(messagePassing(writer, reader, "addr: ry>rx"))[0]).toEqual(["happens-before"]);
		expect(verdicts(messagePassing(writer, reader, "ctrl: ry>rx"))[0]).toEqual([]);
	});

	test("a release in the failed half of a cmpxchg orders nothing", () => {
		const writer = ["wx: W x ONCE", "wy: W y RELEASE"];
		const failed = messagePassing(writer, ["ry: R y ACQUIRE RMW", "rx: R x ONCE"]);
		const done = messagePassing(
			writer,
			["ry: R y ACQUIRE RMW", "wz: W y ACQUIRE RMW", "rx: R x ONCE"],
			"rmw: ry>wz",
			"co: wy<wz",
		);
		expect(verdicts(failed)[0]).toEqual([]);
		expect(verdicts(done)[0]).toEqual(["happens-before"]);
	});

	test("plain data behind release and acquire cannot be missed", () => {
		const execution = messagePassing(["wx: W x", "wy: W y RELEASE"], ["ry: R y ACQUIRE", "rx: R x"]);
		expect(judge(lkmm, execution).forbidden).toEqual(["plain-coherence"]);
		const seen = handBuilt(
			[
				["wx: W x", "wy: W y RELEASE"],
				["ry: R y ACQUIRE", "rx: R x"],
			],
			"rf: wy>ry wx>rx",
		);
		expect(judge(lkmm, seen)).toEqual({ forbidden: [], flags: [] });
	});

	test("plain data without order is a race", () => {
		const execution = messagePassing(["wx: W x", "wy: W y ONCE"], ["ry: R y ONCE", "rx: R x"]);
		expect(judge(lkmm, execution)).toEqual({ forbidden: [], flags: ["data-race"] });
	});

	test("an RMW on the flag carries a release on, a second writer does not", () => {
		const reader = ["ry: R y ACQUIRE", "rx: R x ONCE"];
		const writer = ["wx: W x ONCE", "wy: W y RELEASE"];
		const atomic = handBuilt(
			[writer, ["ru: R y ONCE RMW", "wu: W y ONCE RMW"], reader],
			"rf: wy>ru wu>ry",
			"rmw: ru>wu",
			"co: wy<wu",
		);
		expect(verdicts(atomic)[0]).toEqual(["happens-before"]);
		const separate = handBuilt(
			[writer, ["ru: R y ONCE", "wu: W y ONCE"], reader],
			"rf: wy>ru wu>ry",
			"co: wy<wu",
		);
		expect(verdicts(separate)[0]).toEqual([]);
	});
});

describe("store buffering", () => {
	const threads = (fence: string[]): string[][] => [
		["wx: W x ONCE", ...fence.map((name) => `f: F - ${name}`), "ry: R y ONCE"],
		["wy: W y ONCE", ...fence.map((name) => `g: F - ${name}`), "rx: R x ONCE"],
	];

	test("only sequential consistency forbids it without fences", () => {
		expect(verdicts(handBuilt(threads([])))).toEqual([[], ["sc"], []]);
	});

	test("smp_mb forbids it everywhere", () => {
		expect(verdicts(handBuilt(threads(["Mb"])))).toEqual([["propagation"], ["sc"], ["tso"]]);
	});

	test("so does the fence of smp_store_mb", () => {
		expect(verdicts(handBuilt(threads(["MB"])))).toEqual([["propagation"], ["sc"], ["tso"]]);
	});

	test("smp_wmb does not", () => {
		expect(verdicts(handBuilt(threads(["Wmb"])))).toEqual([[], ["sc"], []]);
	});

	test("a full RMW in between forbids it; a relaxed one only on x86", () => {
		const between = (tag: string, fence: readonly string[]): HandBuilt =>
			handBuilt(
				[
					["wx: W x ONCE", `ra: R a ${tag} RMW`, `wa: W a ${tag} RMW`, ...fence, "ry: R y ONCE"],
					["wy: W y ONCE", "g: F - Mb", "rx: R x ONCE"],
				],
				"rmw: ra>wa",
			);
		expect(verdicts(between("MB", []))).toEqual([["propagation"], ["sc"], ["tso"]]);
		expect(verdicts(between("ONCE", []))).toEqual([[], ["sc"], ["tso"]]);
		expect(verdicts(between("NORETURN", ["h: F - After-atomic"]))[0]).toEqual(["propagation"]);
	});

	test("synchronize_rcu is a full barrier", () => {
		expect(verdicts(handBuilt(threads(["Sync-rcu"])))[0]).toContain("propagation");
	});
});

describe("load buffering", () => {
	const threads = [
		["rx: R x ONCE", "wy: W y ONCE"],
		["ry: R y ONCE", "wx: W x ONCE"],
	];
	const reads = "rf: wx>rx wy>ry";

	test("the kernel's model allows it without dependencies", () => {
		expect(verdicts(handBuilt(threads, reads))).toEqual([[], ["sc"], ["tso"]]);
	});

	test.each(["data", "ctrl", "addr"])("%s dependencies forbid it", (dependency) => {
		const execution = handBuilt(threads, reads, `${dependency}: rx>wy ry>wx`);
		expect(verdicts(execution)[0]).toEqual(["happens-before"]);
	});

	test("a dependency goes on through a write and a read of its own thread", () => {
		const execution = handBuilt(
			[
				["rx: R x ONCE", "wt: W t", "rt: R t", "wy: W y ONCE"],
				["ry: R y ONCE", "wx: W x ONCE"],
			],
			"rf: wx>rx wy>ry wt>rt",
			"data: rx>wt rt>wy ry>wx",
		);
		expect(verdicts(execution)[0]).toEqual(["happens-before"]);
	});
});

describe("independent reads of independent writes", () => {
	const threads = (fence: readonly string[]): string[][] => [
		["wx: W x ONCE"],
		["wy: W y ONCE"],
		["ax: R x ONCE", ...fence.map((name) => `f: F - ${name}`), "ay: R y ONCE"],
		["by: R y ONCE", ...fence.map((name) => `g: F - ${name}`), "bx: R x ONCE"],
	];
	const reads = "rf: wx>ax wy>by";

	test("needs smp_mb in the kernel's model and nothing on x86", () => {
		expect(verdicts(handBuilt(threads([]), reads))).toEqual([[], ["sc"], ["tso"]]);
		expect(verdicts(handBuilt(threads(["Rmb"]), reads))[0]).toEqual([]);
		expect(verdicts(handBuilt(threads(["Mb"]), reads))[0]).toEqual(["propagation"]);
	});
});

describe("one location", () => {
	test("reads of one thread do not go back in coherence order", () => {
		const execution = handBuilt([["w: W x ONCE"], ["a: R x ONCE", "b: R x ONCE"]], "rf: w>a");
		expect(verdicts(execution)).toEqual([["coherence"], ["sc"], ["coherence", "tso"]]);
	});

	test("nothing comes between the halves of an RMW", () => {
		const execution = handBuilt(
			[["r: R x ONCE RMW", "w: W x ONCE RMW"], ["v: W x ONCE"]],
			"rmw: r>w",
			"co: v<w",
		);
		expect(verdicts(execution)).toEqual([["atomic"], ["atomic"], ["atomic"]]);
	});

	test("a plain write beside a marked read of another thread is a race and a mix", () => {
		const execution = handBuilt([["w: W x", "r: R x ONCE"], ["v: W x ONCE"]], "rf: w>r", "co: w<v");
		expect(judge(lkmm, execution).flags).toEqual(["data-race", "mixed-accesses"]);
	});
});

describe("locks", () => {
	const handOver = (second: readonly string[]): HandBuilt =>
		handBuilt(
			[["l: R s LKR", "m: W s LKW", "wx: W x ONCE", "wy: W y ONCE", "u: W s UL"], second],
			"rf: u>k wy>ry",
			"rmw: l>m k>n",
			"co: m<u<n<v",
		);

	test("what the last owner did has happened before the next one begins", () => {
		const execution = handBuilt(
			[
				["l: R s LKR", "m: W s LKW", "wx: W x", "u: W s UL"],
				["k: R s LKR", "n: W s LKW", "rx: R x", "v: W s UL"],
			],
			"rf: u>k",
			"rmw: l>m k>n",
			"co: m<u<n<v",
		);
		expect(judge(lkmm, execution).forbidden).toEqual(["plain-coherence"]);
	});

	test("reads inside a section stay after its beginning", () => {
		const inside = ["k: R s LKR", "n: W s LKW", "ry: R y ONCE", "rx: R x ONCE", "v: W s UL"];
		expect(verdicts(handOver(inside))[0]).toEqual(["happens-before"]);
	});

	test("an unlock without its lock is flagged, and so is an ordinary access to a lock", () => {
		expect(judge(lkmm, handBuilt([["u: W s UL"]])).flags).toEqual(["unmatched-unlock"]);
		expect(judge(lkmm, handBuilt([["u: W s UL", "r: R s ONCE"]], "rf: u>r")).flags).toEqual([
			"mixed-lock-accesses",
			"unmatched-unlock",
		]);
	});
});

describe("RCU", () => {
	const updater = ["wx: W x ONCE", "s: F - Sync-rcu", "wy: W y ONCE"];

	test("a grace period does not fit inside a reader", () => {
		const execution = handBuilt(
			[updater, ["l: F - Rcu-lock", "ry: R y ONCE", "rx: R x ONCE", "u: F - Rcu-unlock"]],
			"rf: wy>ry",
		);
		expect(verdicts(execution)[0]).toEqual(["rcu"]);
	});

	test("without the reader's section it does", () => {
		const execution = handBuilt([updater, ["ry: R y ONCE", "rx: R x ONCE"]], "rf: wy>ry");
		expect(verdicts(execution)[0]).toEqual([]);
	});

	test("one grace period does not pay for two sections", () => {
		const sections = (grace: number): HandBuilt =>
			handBuilt([
				["wx: W x ONCE", ...Array.from({ length: grace }, (_, n) => `s${n}: F - Sync-rcu`), "ry: R y ONCE"],
				["l: F - Rcu-lock", "wy: W y ONCE", "rz: R z ONCE", "u: F - Rcu-unlock"],
				["m: F - Rcu-lock", "wz: W z ONCE", "rx: R x ONCE", "v: F - Rcu-unlock"],
			]);
		expect(verdicts(sections(1))[0]).toEqual([]);
		expect(verdicts(sections(2))[0]).toEqual(["rcu"]);
	});

	test("sections nest: the inner one's end is not the outer one's", () => {
		const reader = [
			"l: F - Rcu-lock",
			"m: F - Rcu-lock",
			"n: F - Rcu-unlock",
			"ry: R y ONCE",
			"rx: R x ONCE",
			"u: F - Rcu-unlock",
		];
		expect(judge(lkmm, handBuilt([updater, reader], "rf: wy>ry"))).toEqual({
			forbidden: ["rcu"],
			flags: [],
		});
		expect(judge(lkmm, handBuilt([updater, reader.slice(1)], "rf: wy>ry"))).toEqual({
			forbidden: [],
			flags: ["unmatched-rcu-unlock"],
		});
	});

	test("sleeping in a reader and a lone lock are flagged", () => {
		const sleeping = ["l: F - Rcu-lock", "s: F d Sync-srcu", "u: F - Rcu-unlock"];
		expect(judge(lkmm, handBuilt([sleeping])).flags).toEqual(["invalid-sleep"]);
		expect(judge(lkmm, handBuilt([["l: F - Rcu-lock"]])).flags).toEqual(["unmatched-rcu-lock"]);
	});
});

describe("SRCU", () => {
	const execution = (domain: string, ...edges: string[]): HandBuilt =>
		handBuilt(
			[
				["wx: W x ONCE", `s: F ${domain} Sync-srcu`, "wy: W y ONCE"],
				["l: R d Srcu-lock", "ry: R y ONCE", "rx: R x ONCE", "u: W d Srcu-unlock"],
			],
			"rf: wy>ry",
			...edges,
		);

	test("a grace period waits for the readers of its own domain", () => {
		expect(verdicts(execution("d", "data: l>u"))[0]).toEqual(["rcu"]);
		expect(verdicts(execution("e", "data: l>u"))[0]).toEqual([]);
	});

	test("a cookie must come back unchanged, and does not without data", () => {
		expect(judge(lkmm, execution("d", "data: l>u", "same-value: wx>wy")).flags).toEqual([
			"srcu-bad-value-match",
		]);
		expect(judge(lkmm, execution("d")).flags).toEqual(["unmatched-srcu-lock", "unmatched-srcu-unlock"]);
	});

	test("a cookie is not for branching, addressing or handing out", () => {
		const uses = (dependency: string): string[] => judge(lkmm, execution("d", "data: l>u", dependency)).flags;
		expect(uses("ctrl: l>rx")).toEqual(["illegal-srcu-cookie-ctrl"]);
		expect(uses("addr: l>rx")).toEqual(["illegal-srcu-cookie-addr"]);
		const shared = handBuilt(
			[["l: R d Srcu-lock", "w: W p ONCE", "u: W d Srcu-unlock"], ["r: R p ONCE"]],
			"data: l>w l>u",
			"rf: w>r",
		);
		expect(judge(lkmm, shared).flags).toEqual(["suspicious-srcu-cookie-use"]);
	});
});

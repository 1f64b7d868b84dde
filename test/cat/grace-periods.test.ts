import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HandBuilt, handBuilt } from "./hand-built.ts";
import { meetsLawOfRcu } from "./law-of-rcu.ts";
import { builtin } from "./load.ts";
import { judge } from "./naive-evaluator.ts";

const RUNS = 1000;

type Item = "R x" | "W x" | "R y" | "W y" | "R z" | "W z" | "mb" | "sync" | "ssync" | Section;
interface Section {
	readonly domain: "rcu" | "srcu" | "other";
	readonly inside: readonly Item[];
}

const access = fc.constantFrom<Item>("R x", "W x", "R y", "W y", "R z", "W z");
const plainItem = fc.oneof(
	{ weight: 8, arbitrary: access },
	{ weight: 1, arbitrary: fc.constant<Item>("mb") },
);
const section = (inside: fc.Arbitrary<Item>): fc.Arbitrary<Item> =>
	fc.record({
		domain: fc.constantFrom<Section["domain"]>("rcu", "rcu", "srcu", "other"),
		inside: fc.array(inside, { minLength: 1, maxLength: 2 }),
	});
const wait = fc.constantFrom<Item>("sync", "sync", "ssync");
const innerItem = fc.oneof({ weight: 12, arbitrary: plainItem }, { weight: 1, arbitrary: wait });
const item = fc.oneof(
	{ weight: 6, arbitrary: plainItem },
	{ weight: 2, arbitrary: wait },
	{ weight: 4, arbitrary: section(innerItem) },
);

/** Random executions of three threads with grace periods and sections; rf and co are any. */
const executions: fc.Arbitrary<HandBuilt> = fc
	.record({
		threads: fc.array(fc.array(item, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
		picks: fc.array(fc.nat(20), { minLength: 24, maxLength: 24 }),
	})
	.map(({ threads, picks }) => {
		const data: string[] = [];
		const reads: [label: string, location: string][] = [];
		const writes: [label: string, location: string][] = [];
		let count = 0;
		const spell = (part: Item): string[] => {
			const label = `e${count++}`;
			if (typeof part === "object") {
				const inside = part.inside.flatMap(spell);
				if (part.domain === "rcu") return [`${label}: F - Rcu-lock`, ...inside, `${label}u: F - Rcu-unlock`];
				// As events that are no accesses, so that nothing but the law gives them a meaning.
				const domain = part.domain === "srcu" ? "d" : "o";
				data.push(`data: ${label}>${label}u`);
				return [`${label}: F ${domain} Srcu-lock`, ...inside, `${label}u: F ${domain} Srcu-unlock`];
			}
			if (part === "mb") return [`${label}: F - Mb`];
			if (part === "sync") return [`${label}: F - Sync-rcu`];
			if (part === "ssync") return [`${label}: F d Sync-srcu`];
			const [kind, location] = part.split(" ");
			(kind === "R" ? reads : writes).push([label, location]);
			return [`${label}: ${part} ONCE`];
		};
		const lines = threads.map((thread) => thread.flatMap(spell));
		let next = 0;
		const pick = (): number => picks[next++ % picks.length];
		const rf = reads.flatMap(([read, location]) => {
			const sources = writes.filter(([, other]) => other === location);
			const chosen = sources[pick() % (sources.length + 1)];
			return chosen === undefined ? [] : [`rf: ${chosen[0]}>${read}`];
		});
		const co = ["x", "y", "z"].flatMap((location) => {
			const chain = writes.filter(([, other]) => other === location).map(([label]) => label);
			for (let i = chain.length - 1; i > 0; i--) {
				const j = pick() % (i + 1);
				[chain[i], chain[j]] = [chain[j], chain[i]];
			}
			return chain.length < 2 ? [] : [`co: ${chain.join("<")}`];
		});
		return handBuilt(lines, ...data, ...rf, ...co);
	});

/** What can stand around and between the two accesses of a thread in a ring; @ is the thread's number. */
const RING_PARTS: readonly (readonly [before: string[], between: string[], after: string[]])[] = [
	[["l@: F - Rcu-lock"], [], ["u@: F - Rcu-unlock"]],
	[["l@: F - Rcu-lock"], [], ["u@: F - Rcu-unlock"]],
	[[], ["s@: F - Sync-rcu"], []],
	[[], ["s@: F - Sync-rcu"], []],
	[[], ["s@: F - Sync-rcu", "t@: F - Sync-rcu"], []],
	[["l@: F d Srcu-lock"], [], ["l@u: F d Srcu-unlock"]],
	[[], ["s@: F d Sync-srcu"], []],
	[[], ["s@: F o Sync-srcu", "t@: F d Sync-srcu"], []],
	[["l@: F - Rcu-lock"], ["u@: F - Rcu-unlock", "s@: F - Sync-rcu"], []],
	[[], ["s@: F d Sync-srcu", "l@: F - Rcu-lock"], ["u@: F - Rcu-unlock"]],
	[[], ["m@: F - Mb"], []],
];

/** Executions in which each thread's second access comes before the next one's first: all of it is a cycle. */
const rings: fc.Arbitrary<HandBuilt> = fc
	.array(fc.record({ part: fc.constantFrom(...RING_PARTS), step: fc.constantFrom("rf", "fr", "co") }), {
		minLength: 2,
		maxLength: 5,
	})
	.map((parts) => {
		const last = parts.length - 1;
		const edges: string[] = [];
		const threads = parts.map(({ part: [before, between, after], step }, i) => {
			const from = parts[i === 0 ? last : i - 1].step;
			const to = `a${i === last ? 0 : i + 1}`;
			if (step === "rf") edges.push(`rf: b${i}>${to}`);
			if (step === "co") edges.push(`co: b${i}<${to}`);
			const lines = [
				...before,
				`a${i}: ${from === "rf" ? "R" : "W"} x${i} ONCE`,
				...between,
				`b${i}: ${step === "fr" ? "R" : "W"} x${i === last ? 0 : i + 1} ONCE`,
				...after,
			].map((line) => line.replace("@", String(i)));
			if (lines.some((line) => line.includes("Srcu-lock"))) edges.push(`data: l${i}>l${i}u`);
			return lines;
		});
		return handBuilt(threads, ...edges);
	});

describe("the axiom of grace periods forbids exactly what the law does", () => {
	const compare = (name: string, arbitrary: fc.Arbitrary<HandBuilt>): { met: number; broken: number } => {
		const model = builtin(name);
		const found = { met: 0, broken: 0 };
		const agree = (execution: HandBuilt): boolean => {
			const lawful = meetsLawOfRcu(model, execution);
			if (lawful === undefined) return true;
			if (lawful) found.met++;
			else found.broken++;
			return judge(model, execution).forbidden.includes("rcu") !== lawful;
		};
		fc.assert(fc.property(arbitrary, agree), { numRuns: RUNS });
		return found;
	};

	test.each(["sc", "tso", "armv8"])("in %s, whatever the execution", (name) => {
		const { met, broken } = compare(name, executions);
		expect(met).toBeGreaterThan(RUNS / 10);
		expect(broken).toBeGreaterThan(RUNS / 100);
	});

	test.each(["tso", "armv8"])("in %s, on cycles", (name) => {
		const { met, broken } = compare(name, rings);
		expect(met).toBeGreaterThan(RUNS / 20);
		expect(broken).toBeGreaterThan(RUNS / 20);
	});
});

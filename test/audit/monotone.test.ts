import { expect, test } from "vitest";
import { isAtLeast, type Level } from "../../src/audit/level.ts";
import { sitesOf } from "../../src/audit/sites-of.ts";
import { Trial } from "../../src/audit/trial.ts";
import { programOf, runOn, suiteText } from "./audit-of.ts";

/** Levels of all sites, together with everything weaker or as strong. */
type Levels = readonly Level[];

// What the audit infers without a search hangs on this: weaker orderings let as much happen or more.
test.each([
	["lkmm/message-passing/MP+rel+acq", "lkmm"],
	["lkmm/message-passing/MP+wmb+rmb", "lkmm"],
	["lkmm/store-buffering/SB+xchg+xchg", "lkmm"],
	["lkmm/store-buffering/SB+mb+mb", "lkmm"],
	["lkmm/data-races/MP+plain-rel+acq-if", "lkmm"],
	["lkmm/three-and-four-threads/ISA2+rel+acq-rel+acq", "lkmm"],
	["lkmm/message-passing/MP+rel+acq", "armv8"],
	["lkmm/message-passing/MP+wmb+rmb", "armv8"],
	["lkmm/store-buffering/SB+mb+mb", "tso"],
])(
	"%s on %s: what is broken stays broken when it is weakened",
	async (path, model) => {
		const program = programOf(suiteText(path));
		const sites = sitesOf([program]);
		const trial = new Trial([{ name: program.name, program }], sites, runOn(model));
		const { possible } = await trial.base();
		const isFresh = (_: number, outcome: number): boolean => !possible.some((one) => one.outcome === outcome);
		let all: Levels[] = [[]];
		for (const { kind, level, weaker } of sites) {
			const levels = kind === "dependency" ? [level] : [level, ...weaker.map(({ to }) => to)];
			all = all.flatMap((before) => levels.map((next) => [...before, next]));
		}
		// Every so many of them where there are very many.
		const every = Math.ceil(all.length / 100);
		const looked = await Promise.all(
			all
				.filter((_, at) => at % every === 0)
				.map(async (levels) => {
					const changes = new Map(
						levels.flatMap((level, site) => (level === sites[site].level ? [] : [[site, level] as const])),
					);
					return { levels, kind: (await trial.look(changes, isFresh, true)).kind };
				}),
		);
		const broken = looked.filter(({ kind }) => kind === "broken");
		const wrong = looked.filter(
			({ kind, levels }) =>
				kind === "fine" &&
				broken.some((one) => one.levels.every((level, site) => isAtLeast(level, levels[site]))),
		);
		expect(wrong).toEqual([]);
		expect(looked.length).toBeGreaterThan(3);
	},
	60_000,
);

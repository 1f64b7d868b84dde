import type { Expression } from "../execution/expression.ts";
import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Span } from "../source/span.ts";
import { alternativesOf } from "./alternatives-of.ts";
import type { Level } from "./level.ts";
import type { Site, Spot } from "./site.ts";
import { twinPlaces } from "./twin-places.ts";

/** What an instruction is, as a site. */
interface Nature {
	readonly kind: Site["kind"];
	readonly level: Level;
	/** What makes it one site with others that are written elsewhere: the lock that it takes. */
	readonly common?: string;
}

interface Draft extends Nature {
	readonly spots: Spot[];
	readonly spans: Map<string, Span>;
}

/**
 * All places of some programs that could be weaker or stronger, in the order of their texts; a place that several programs have is one site.
 * A lock is one site with all its unlocks, and so are all locks whose address is computed, unless somebody asks whether it is taken. What belongs to RCU is none: without it a test is another one.
 */
export function sitesOf(programs: readonly Program[]): readonly Site[] {
	const drafts = new Map<string, Draft>();
	for (const [subject, program] of programs.entries()) {
		const places = twinPlaces(program);
		const watched = watchedLocks(program);
		for (const { index: thread, code } of program.threads)
			for (const [index, instruction] of code.entries()) {
				const place = places(thread, index);
				const { span } = instruction;
				if (place === undefined || span === undefined) continue;
				for (const nature of naturesOf(instruction, program)) {
					if (nature.common !== undefined && watched.has(nature.common)) continue;
					const key = `${nature.common ?? place} ${nature.kind} ${nature.level}`;
					const draft = drafts.get(key) ?? { ...nature, spots: [], spans: new Map<string, Span>() };
					drafts.set(key, draft);
					draft.spots.push({ subject, thread, index });
					const original = originalSpan(span);
					draft.spans.set(`${original.file.path}:${original.start}:${original.end}`, original);
				}
			}
	}
	return [...drafts.values()].map(finished).sort(inOrder);
}

function finished({ kind, level, spots, spans }: Draft): Site {
	const sorted = [...spans.values()].sort(
		(one, other) => compareText(one.file.path, other.file.path) || one.start - other.start,
	);
	return { kind, level, spots, spans: sorted, ...alternativesOf(kind, level, sorted) };
}

function inOrder({ spans: [one], kind }: Site, { spans: [other], kind: otherKind }: Site): number {
	return (
		compareText(one.file.path, other.file.path) ||
		one.start - other.start ||
		one.end - other.end ||
		compareText(kind, otherKind)
	);
}

function compareText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

const FENCES: ReadonlyMap<string, Level> = new Map([
	["mb", "mb"],
	["rmb", "rmb"],
	["wmb", "wmb"],
	["before-atomic", "fence"],
	["after-atomic", "fence"],
	["after-spinlock", "fence"],
	["after-unlock-lock", "fence"],
	["after-srcu-read-unlock", "fence"],
	["barrier", "fence"],
]);

function naturesOf(instruction: Instruction, program: Program): readonly Nature[] {
	switch (instruction.kind) {
		case "load": {
			const level = accessLevel(instruction.tags);
			if (level === undefined || level === "release" || level === "full") return [];
			const own: Nature = { kind: "load", level };
			return level === "acquire" ? [own] : [own, { kind: "dependency", level: "dependency" }];
		}
		case "store": {
			const level = accessLevel(instruction.tags);
			return level === undefined || level === "acquire" || level === "full" ? [] : [{ kind: "store", level }];
		}
		case "update": {
			const { tags, writeTags } = instruction;
			if (writeTags !== undefined)
				return has(tags, "acquire") && has(writeTags, "release")
					? [{ kind: "update", level: "acq-rel" }]
					: [];
			const level = accessLevel(tags);
			return level === undefined || level === "plain" ? [] : [{ kind: "update", level }];
		}
		case "fence": {
			if (instruction.address !== undefined) return [];
			return instruction.tags.flatMap((tag): Nature[] => {
				const level = FENCES.get(tag.toLowerCase());
				return level === undefined ? [] : [{ kind: "fence", level }];
			});
		}
		case "lock":
		case "trylock":
		case "unlock": {
			const common = lockOf(instruction.address, program);
			return [{ kind: "lock", level: "lock", common }];
		}
		default:
			return [];
	}
}

function accessLevel(tags: readonly string[]): Level | undefined {
	if (tags.length === 0) return "plain";
	if (tags.length > 1) return undefined;
	switch (tags[0].toLowerCase()) {
		case "once":
			return "once";
		case "acquire":
			return "acquire";
		case "release":
			return "release";
		case "mb":
			return "full";
		default:
			return undefined;
	}
}

function has(tags: readonly string[], name: string): boolean {
	return tags.some((tag) => tag.toLowerCase() === name);
}

/** Locks that somebody looks at without taking them: without the lock there is nothing to see. */
function watchedLocks(program: Program): ReadonlySet<string> {
	return new Set(
		program.threads.flatMap(({ code }) =>
			code.flatMap((one) => (one.kind === "islocked" ? [lockOf(one.address, program)] : [])),
		),
	);
}

/** The lock at an address; all whose address is computed count as one. */
function lockOf(address: Expression, { objects }: Program): string {
	if (address.kind !== "constant" || typeof address.value !== "object") return "lock";
	const { object, offset } = address.value;
	return object < 0 ? "lock" : `lock ${objects[object].name} ${offset}`;
}

import type { Edit } from "./configuration.ts";
import { editAt } from "./edit-at.ts";
import { SOURCES } from "./sources.ts";

/** An ordering of a source, and the same place with one step less of it. */
export interface Weakening {
	readonly file: string;
	/** Line of the source, from 1. */
	readonly line: number;
	/** What stands there, and what is put in its place. */
	readonly from: string;
	readonly to: string;
	readonly edit: Edit;
}

/** What can be weakened, and by what. */
const STEPS: readonly (readonly [pattern: RegExp, weaker: (...groups: string[]) => string])[] = [
	[/smp_load_acquire\(&((?:\w|->)+)\)/g, (_, place) => `READ_ONCE(${place})`],
	[/smp_load_acquire\(((?:\w|->)+)\)/g, (_, pointer) => `READ_ONCE(*${pointer})`],
	[/smp_store_release\(&((?:\w|->)+), /g, (_, place) => `WRITE_ONCE(${place}, `],
	[/smp_store_release\(((?:\w|->)+), /g, (_, pointer) => `WRITE_ONCE(*${pointer}, `],
	[/READ_ONCE\(((?:\w|->)+)\)/g, (_, place) => place],
	[/WRITE_ONCE\(((?:\w|->)+), ([^;]+)\);/g, (_, place, value) => `${place} = ${value};`],
	[/\bxchg\(/g, () => "xchg_release("],
	[/atomic_set_release\(/g, () => "atomic_set("],
	[/atomic_cmpxchg\(/g, () => "atomic_cmpxchg_relaxed("],
	[/atomic_fetch_inc_release\(/g, () => "atomic_fetch_inc_relaxed("],
	[/__ATOMIC_ACQ_REL/g, () => "__ATOMIC_RELAXED"],
	[/smp_wmb\(\);/g, () => ";"],
];

/** Every ordering in a source, each weakened alone, in the order of its lines. */
export function weakeningsOf(file: string): readonly Weakening[] {
	const text = SOURCES.get(file)?.text ?? "";
	const found: { readonly at: number; readonly weakening: Weakening }[] = [];
	for (const [pattern, weaker] of STEPS)
		for (const match of text.matchAll(pattern)) {
			const [from, ...groups] = match;
			const to = weaker(from, ...groups);
			const line = text.slice(0, match.index).split("\n").length;
			found.push({
				at: match.index,
				weakening: { file, line, from, to, edit: editAt(file, text, match.index, from, to) },
			});
		}
	return found.sort((one, other) => one.at - other.at).map(({ weakening }) => weakening);
}

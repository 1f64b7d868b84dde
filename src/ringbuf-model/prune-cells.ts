import type { Program } from "../execution/program.ts";

/**
 * A program without cells that it cannot reach: a page holds a thousand words, and a check of a few records
 * pays for each. An access to one that is gone has no memory, and shows as such.
 * @param keeps whether a cell stays
 */
export function pruneCells(program: Program, keeps: (name: string) => boolean): Program {
	const renumbered = new Map<number, number>();
	program.cells.forEach(({ name }, cell) => {
		if (keeps(name)) renumbered.set(cell, renumbered.size);
	});
	return {
		...program,
		cells: program.cells.filter((_, cell) => renumbered.has(cell)),
		objects: program.objects.map((object) => ({
			...object,
			cells: new Map(
				[...object.cells].flatMap(([offset, cell]) => {
					const now = renumbered.get(cell);
					return now === undefined ? [] : [[offset, now] as const];
				}),
			),
		})),
	};
}

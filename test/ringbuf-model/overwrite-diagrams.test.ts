import { expect, test } from "vitest";
import { check } from "../../src/checker/check.ts";
import type { Note } from "../../src/execution/noted-execution.ts";
import { VARIANTS } from "../../src/ringbuf-model/variants.ts";
import { shippedModel } from "../oracle/shipped-model.ts";
import { HEADERS, loadDiagrams, STEPS } from "./overwrite-diagrams.ts";

/** The notes of the only execution. */
function notesOf(file: string): readonly Note[] {
	const loaded = loadDiagrams(file);
	const seen: (readonly Note[])[] = [];
	const happens = ({ notes }: { readonly notes: readonly Note[] }): boolean => {
		seen.push(notes);
		return false;
	};
	const { properties = [] } = loaded;
	const program = {
		...loaded,
		properties: [...properties, { name: "steps", kind: "noted", happens } as const],
	};
	const verdict = check(program, shippedModel("lkmm"), { unroll: 16 });
	expect(verdict.properties.filter((one) => one.happens).map(({ name }) => name)).toEqual([]);
	expect(verdict.kind).toBe("holds");
	expect(seen).toHaveLength(1);
	return seen[0];
}

test.each(
	VARIANTS.filter(({ overwrites }) => overwrites).map(({ name, file }) => ({ name, file })),
)("$name goes the nine steps of the proposal", ({ file }) => {
	const notes = notesOf(file);
	const valuesOf = (wanted: string): number[][] =>
		notes.filter(({ name }) => name === wanted).map(({ values }) => values.map(Number));
	const looks = valuesOf("looked");
	const steps = looks.map(([step, prod, over, pend, _cons, ...lengths]) => {
		const marked = (isSo: (length: number) => boolean): string =>
			Object.keys(HEADERS)
				.filter((_, index) => isSo(lengths[index]))
				.join("");
		const [busy, done] = [
			marked((length) => length >= 2 ** 31),
			marked((length) => length > 0 && length < 2 ** 30),
		];
		return [step, prod, over, pend, busy, done];
	});
	expect(steps).toEqual(STEPS);
	expect(looks.map(([, , , , cons]) => cons)).toEqual(STEPS.map(() => 0));
	expect(looks.at(-1)?.slice(5)).toEqual([504, 1016, 2040, 1528]);
	// For D whole records are given up, the oldest first.
	expect(valuesOf("overwritten")).toEqual([
		[0, 504],
		[512, 1016],
	]);
	expect(valuesOf("reserved")).toEqual([
		[0, 512, 504],
		[512, 1536, 1016],
		[1536, 3584, 2040],
		[3584, 5120, 1528],
	]);
});

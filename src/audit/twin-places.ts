import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import { placeOf } from "../explain/pairs/ordering.ts";
import { originalSpan } from "../source/original-span.ts";

/**
 * Names where an instruction is written, the same for threads that do the same: code that stands twice in a test is one code to whoever asks
 * what it needs.
 * @returns by thread and index; undefined for an instruction that no text stands for
 */
export function twinPlaces({ threads }: Program): (thread: number, index: number) => string | undefined {
	const firsts = new Map<string, number>();
	const representatives = threads.map(({ index, code, locals }) => {
		const form = JSON.stringify([code.map(withoutSpan), locals.map(({ initial }) => initial)], plainly);
		const first = firsts.get(form) ?? index;
		firsts.set(form, first);
		return first;
	});
	return (thread, index) => {
		const { span } = threads[representatives[thread]].code[index];
		if (span === undefined) return undefined;
		const original = originalSpan(span);
		return `${original.file.path}:${placeOf(original)}`;
	};
}

function withoutSpan({ span: _, ...rest }: Instruction): Omit<Instruction, "span"> {
	return rest;
}

function plainly(_: string, value: unknown): unknown {
	return typeof value === "bigint" ? String(value) : value;
}

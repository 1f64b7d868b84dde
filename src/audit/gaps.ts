import type { Instruction } from "../execution/instruction.ts";
import type { Program } from "../execution/program.ts";
import type { ThreadProgram } from "../execution/thread-program.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Span } from "../source/span.ts";
import type { Alternative, Site, Spot, TextEdit } from "./site.ts";
import { twinPlaces } from "./twin-places.ts";

/** A program with room for fences, and where they can be. */
export interface Gaps {
	/** With a fence that orders nothing at each place. */
	readonly program: Program;
	readonly sites: readonly Site[];
}

const FENCES = [
	["wmb", "smp_wmb()"],
	["rmb", "smp_rmb()"],
	["mb", "smp_mb()"],
] as const;

/**
 * The places of a program where a fence could be added: before each statement that begins with an access, but for the first of its thread.
 * @param subject the program's number
 */
export function gapsOf(program: Program, subject: number): Gaps {
	const places = twinPlaces(program);
	const found = new Map<string, { readonly spots: Spot[]; readonly starts: Map<number, Span> }>();
	const threads = program.threads.map((thread) => {
		const { index, code } = thread;
		const at = code.flatMap((instruction, place) => {
			const start = statementStart(instruction);
			const key = places(index, place);
			const isFirst = !code.slice(0, place).some(isAccess);
			if (isFirst || start === undefined || key === undefined) return [];
			return [{ place, start, key }];
		});
		for (const [before, { place, start, key }] of at.entries()) {
			const gap = found.get(key) ?? { spots: [], starts: new Map<number, Span>() };
			found.set(key, gap);
			gap.spots.push({ subject, thread: index, index: place + before });
			gap.starts.set(start.start, start);
		}
		return widened(
			thread,
			at.map(({ place }) => place),
		);
	});
	return {
		program: { ...program, threads },
		sites: [...found.values()].map(({ spots, starts }): Site => {
			const spans = [...starts.values()];
			const stronger = FENCES.map(
				([to, text]): Alternative => ({
					to,
					name: text,
					edits: spans.map((span) => insertion(span, text)),
				}),
			);
			return { kind: "fence", level: "none", spans, spots, weaker: [], stronger };
		}),
	};
}

function isAccess({ kind }: Instruction): boolean {
	return kind === "load" || kind === "store" || kind === "update";
}

/** Where the statement begins whose first access this is; an empty span. */
function statementStart(instruction: Instruction): Span | undefined {
	if (!isAccess(instruction) || instruction.span === undefined) return undefined;
	const original = originalSpan(instruction.span);
	if (original.macro !== undefined) return undefined;
	const { file, start } = original;
	const text = file.text.slice(0, start);
	const last = Math.max(
		text.lastIndexOf(";"),
		text.lastIndexOf("{"),
		text.lastIndexOf("}"),
		text.lastIndexOf("*/") + 1,
	);
	const before = text.slice(last + 1);
	const isPlainStatement =
		/^\s*(?:[A-Za-z_][\w\s*]*=\s*)?$/.test(before) && !/\b(?:else|do|return|case)\b/.test(before);
	if (!isPlainStatement) return undefined;
	const begin = last + 1 + before.length - before.trimStart().length;
	return { file, start: begin, end: begin };
}

function insertion(span: Span, fence: string): TextEdit {
	const { file, start } = span;
	const lineStart = file.text.lastIndexOf("\n", start - 1) + 1;
	const indent = file.text.slice(lineStart, start);
	return { span, text: `${fence};${/^\s*$/.test(indent) ? `\n${indent}` : " "}` };
}

/** A thread with a fence that orders nothing before some of its instructions; whoever goes to one of these comes to the fence. */
function widened(thread: ThreadProgram, places: readonly number[]): ThreadProgram {
	const moved = (target: number): number => target + places.filter((place) => place < target).length;
	return {
		...thread,
		code: thread.code.flatMap((instruction, index): Instruction[] => {
			const same = retargeted(instruction, moved);
			if (!places.includes(index)) return [same];
			return [{ kind: "fence", tags: [], ...(instruction.span && { span: instruction.span }) }, same];
		}),
	};
}

function retargeted(instruction: Instruction, moved: (target: number) => number): Instruction {
	if (instruction.kind === "jump") return { ...instruction, target: moved(instruction.target) };
	if (instruction.kind !== "branch") return instruction;
	const { whenTrue, whenFalse, join } = instruction;
	return { ...instruction, whenTrue: moved(whenTrue), whenFalse: moved(whenFalse), join: moved(join) };
}

import { printValue } from "../checker/final-state.ts";
import type { Program } from "../execution/program.ts";
import type { ThreadPath } from "../execution/thread-path.ts";
import { isPointer, type Value } from "../execution/value.ts";
import { displayName } from "./display-name.ts";
import { formatPath } from "./format-path.ts";
import { formatProposition } from "./format-proposition.ts";
import type { Paint } from "./paint.ts";
import { wrapList } from "./wrap-list.ts";

const WIDTH = 80;
const INDENT = "  ";

/** What is said of a path that ends in such a way. */
const ENDS: Readonly<Record<ThreadPath["end"], string>> = {
	exit: "",
	bound: "  (ends at a loop's bound)",
	undefined: "  (ends at a step without a meaning)",
	hang: "  (waits for a lock that it holds)",
};

/**
 * A test for a reader: its memory, each thread's paths with their events and dependencies, its condition
 * and what it observes. No line feed at the end.
 *
 * @param outlines for each thread the paths that are known
 * @param shown how many of them are printed a thread
 */
export function formatProgram(
	program: Program,
	outlines: readonly (readonly ThreadPath[])[],
	shown: number,
	paint: Paint,
): string {
	const lines = [
		`${paint.strong(displayName(program.name, program.settings))}  ${paint.quiet(program.file.path)}`,
		"",
	];
	section(lines, "memory", initialMemory(program), paint);
	section(lines, "locals", initialLocals(program), paint);
	for (const [thread, paths] of outlines.entries()) {
		for (const [index, path] of paths.slice(0, shown).entries()) {
			const place = paths.length === 1 ? "" : `, path ${index + 1} of ${paths.length}`;
			const end = ENDS[path.end];
			lines.push(paint.strong(`P${thread}${place}`) + paint.doubtful(end));
			lines.push(...path.choices.map((choice) => `${INDENT}${paint.quiet("where")} ${cut(choice)}`));
			lines.push(...formatPath(program, path, paint), "");
		}
		const hidden = paths.length - shown;
		if (hidden > 0) lines.push(paint.quiet(`P${thread}: ${hidden} more, see --paths`), "");
	}
	if (program.filter.kind !== "true") {
		lines.push(`${paint.strong("filter")} (${formatProposition(program, program.filter)})`);
	}
	const condition = formatProposition(program, program.proposition);
	lines.push(`${paint.strong(program.quantifier)} (${condition})`);
	for (const property of program.properties ?? []) {
		const about = property.kind === "final" ? ` (${formatProposition(program, property.proposition)})` : "";
		lines.push(`${paint.strong("forbidden")} ${property.name}${about}`);
	}
	const observed = program.observed.map(({ label }) => label);
	if (observed.length > 0) lines.push("");
	section(lines, "observed", observed, paint);
	if (program.expectation) {
		const { result, race } = program.expectation;
		lines.push(`${paint.strong("expected")} ${result}${race ? " DATARACE" : ""}`);
	}
	return lines.join("\n").trimEnd();
}

function section(lines: string[], title: string, items: readonly string[], paint: Paint): void {
	if (items.length === 0) return;
	lines.push(paint.strong(title), ...wrapList(items, INDENT, WIDTH), "");
}

function initialMemory(program: Program): string[] {
	return program.cells.map(({ name, initial, isLock }) =>
		isLock ? `${name} (lock)` : `${name}=${printValue(program, initial)}`,
	);
}

/** The locals that do not just hold 0, or the address of the variable that they are named after. */
function initialLocals(program: Program): string[] {
	const isPlain = (name: string, value: Value): boolean =>
		isPointer(value) ? value.offset === 0 && program.objects[value.object].name === name : value === 0n;
	return program.threads.flatMap(({ index, locals }) =>
		locals
			.filter(({ name, initial }) => !isPlain(name, initial))
			.map(({ name, initial }) => `${index}:${name}=${printValue(program, initial)}`),
	);
}

function cut(text: string): string {
	const room = WIDTH - INDENT.length - "where ".length;
	return text.length > room ? `${text.slice(0, room - 3)}...` : text;
}

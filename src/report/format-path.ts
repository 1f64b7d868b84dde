import type { Event } from "../execution/event.ts";
import type { Edge } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { ThreadPath } from "../execution/thread-path.ts";
import { lineColumn } from "../source/line-column.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Paint } from "./paint.ts";

/** Columns of source text that are shown at most. */
const SOURCE_WIDTH = 40;

/** One event's row before it is laid out. */
interface Row {
	readonly line: string;
	readonly source: string;
	readonly letter: string;
	readonly event: string;
	readonly dependencies: string;
}

/**
 * One way through a thread as a table: a row for each event in program order, with the source line that
 * makes it and the earlier events that it depends on. Lines are indented by two columns.
 */
export function formatPath(program: Program, path: ThreadPath, paint: Paint): string[] {
	const notesAt = (position: number): string[] =>
		path.notes
			.filter((note) => note.position === position)
			.map(({ text }) => `  ${paint.quiet(`note  ${text}`)}`);
	if (path.events.length === 0) return [`  ${paint.quiet("no events")}`, ...notesAt(0)];
	const rows = path.events.map((_, index) => rowOf(program, path, index));
	const width = (column: keyof Row, head: string): number =>
		Math.max(head.length, ...rows.map((row) => row[column].length));
	const lineWidth = width("line", "line");
	const sourceWidth = width("source", "source");
	const letterWidth = width("letter", "");
	const eventWidth = width("event", "event");

	const heads = ["line".padStart(lineWidth), "source".padEnd(sourceWidth), "".padEnd(letterWidth)];
	const table = [paint.quiet(`  ${heads.join("  ")} ${"event".padEnd(eventWidth)}  depends on`)];
	let previous: string | undefined;
	for (const [index, row] of rows.entries()) {
		table.push(...notesAt(index));
		const isNewLine = row.line !== previous;
		previous = row.line;
		const cells = [
			paint.quiet((isNewLine ? row.line : "").padStart(lineWidth)),
			(isNewLine ? row.source : "").padEnd(sourceWidth),
			paint.strong(row.letter.padEnd(letterWidth)),
		];
		table.push(`  ${cells.join("  ")} ${row.event.padEnd(eventWidth)}  ${row.dependencies}`.trimEnd());
	}
	table.push(...notesAt(rows.length));
	return table;
}

function rowOf(program: Program, path: ThreadPath, index: number): Row {
	const event = path.events[index];
	const place = sourceLine(event, program.file.path);
	return {
		line: place?.line ?? "",
		source: place ? place.text : "",
		letter: letterOf(index),
		event: formatEvent(program, event),
		dependencies: (["addr", "data", "ctrl", "rmw"] as const)
			.flatMap((kind) => dependencyOn(kind, path[kind], index))
			.join("  "),
	};
}

function dependencyOn(kind: string, edges: readonly Edge[], index: number): string[] {
	const sources = edges.filter(([, to]) => to === index).map(([from]) => from);
	if (sources.length === 0) return [];
	return [
		`${kind} ${sources
			.sort((left, right) => left - right)
			.map(letterOf)
			.join(",")}`,
	];
}

/** `R[ONCE] x`; a plain access has no brackets, a fence no location. */
function formatEvent(program: Program, { kind, tags, cell }: Event): string {
	const ordering = tags.length === 0 ? "" : `[${tags.join(",")}]`;
	return cell < 0 ? kind + ordering : `${kind}${ordering} ${program.cells[cell].name}`;
}

/** The line, as it was written, that an event comes from; one of another file than the test's own is told with it. */
function sourceLine(event: Event, path: string): { line: string; text: string } | undefined {
	if (!event.span) return undefined;
	const span = originalSpan(event.span);
	const { line, column } = lineColumn(span.file, span.start);
	const start = span.start - (column - 1);
	const newline = span.file.text.indexOf("\n", start);
	const text = span.file.text.slice(start, newline === -1 ? undefined : newline).trim();
	const plain = text.replaceAll(/\s+/g, " ");
	const isElsewhere = span.file.path !== path;
	const place = isElsewhere ? `${span.file.path.replace(/^.*[/\\]/, "")}:${line}` : String(line);
	return {
		line: place,
		text: plain.length > SOURCE_WIDTH ? `${plain.slice(0, SOURCE_WIDTH - 3)}...` : plain,
	};
}

/** a, b, ..., z, aa, ab, ... */
function letterOf(index: number): string {
	const last = String.fromCharCode("a".charCodeAt(0) + (index % 26));
	return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

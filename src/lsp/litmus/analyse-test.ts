import type { Dialect } from "../../litmus/dialect.ts";
import { lowerParsed } from "../../litmus/lower-parsed.ts";
import { parseFile } from "../../litmus/parse-file.ts";
import type { ReadInclude, Surroundings } from "../../litmus/preprocess/read-include.ts";
import type { SourceFile } from "../../source/span.ts";
import { carryOver } from "../carry-over.ts";
import type { Declaration } from "../declaration.ts";
import { placeDiagnostics } from "../place-diagnostics.ts";
import type { TestAnalysis } from "./analysis.ts";
import { declarationsOf } from "./declarations-of.ts";
import { IncludeGraph } from "./include-graph.ts";

/** Each name is looked up once, so that all of an analysis sees one state of a file. */
function readOnce(read: ReadInclude): ReadInclude {
	const known = new Map<string, SourceFile | undefined>();
	const byPath = new Map<string, SourceFile>();
	return (name, from) => {
		const key = JSON.stringify([name, from]);
		if (!known.has(key)) {
			const found = read(name, from);
			const same = found && byPath.get(found.path);
			if (found && !same) byPath.set(found.path, found);
			known.set(key, same ?? found);
		}
		return known.get(key);
	};
}

function carried(before: TestAnalysis | undefined, file: SourceFile): readonly Declaration[] {
	return before === undefined ? [] : carryOver(before.own, before.file.text, file);
}

/**
 * Reads a test's text as far as it goes. Costs what checking its form costs: some milliseconds for most tests, some
 * hundred for the longest.
 * @param before what was known of the same file when it had another text
 */
export function analyseTest(
	file: SourceFile,
	dialect: Dialect,
	around: Surroundings,
	before?: TestAnalysis,
): TestAnalysis {
	const { readInclude, ...rest } = around;
	const surroundings: Surroundings = readInclude ? { ...rest, readInclude: readOnce(readInclude) } : rest;
	const graph = new IncludeGraph(file, surroundings.readInclude);
	const parsed = parseFile(file, surroundings);
	const program = parsed.ok ? lowerParsed(parsed.value, dialect) : undefined;
	const diagnostics = [
		...(parsed.ok ? parsed.warnings : parsed.diagnostics),
		...(program === undefined ? [] : program.ok ? program.warnings : program.diagnostics),
	];
	const known = parsed.ok ? declarationsOf(parsed.value.test) : carried(before, file);
	return {
		file,
		dialect,
		diagnostics: placeDiagnostics(diagnostics, file, (path) => graph.directiveTo(path)),
		files: graph.files,
		includesIn: (path) => graph.includesIn(path),
		own: known,
		declarations: [...known, ...graph.macros],
		...(parsed.ok && { syntax: parsed.value.test }),
		...(program?.ok && { program: program.value }),
	};
}

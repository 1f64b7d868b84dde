import { expect, test } from "vitest";
import { isTextInside, readSource, readSources, type Source, withoutComments } from "./read-sources.ts";

/** For each room those that it may import from, beside itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
	source: [],
	relation: [],
	execution: ["source", "relation"],
	litmus: ["source", "relation", "execution"],
	cat: ["source", "relation", "execution"],
	"ringbuf-model": ["source", "relation", "execution", "litmus", "cat"],
	checker: ["source", "relation", "execution", "cat"],
	explain: ["source", "relation", "execution", "cat", "checker"],
	audit: ["source", "execution", "litmus", "explain"],
	report: [
		"source",
		"relation",
		"execution",
		"litmus",
		"cat",
		"ringbuf-model",
		"checker",
		"explain",
		"audit",
	],
	tui: ["source", "relation", "execution", "report"],
	lsp: ["source", "relation", "execution", "litmus", "cat", "checker", "report"],
	cli: [
		"source",
		"relation",
		"execution",
		"litmus",
		"cat",
		"ringbuf-model",
		"checker",
		"explain",
		"audit",
		"report",
		"tui",
		"lsp",
	],
	// Another face of the same program: what the command line does for words, it does for calls.
	library: [
		"source",
		"relation",
		"execution",
		"litmus",
		"cat",
		"ringbuf-model",
		"checker",
		"explain",
		"report",
		"cli",
	],
};

const MOST_LINES = 400;

/** What only the command line may touch, as it stands in code. */
const PROCESS_USE =
	/(?<![.\w#])(?:process\s*\.\s*(?:abort|argv|chdir|cwd|emit\w*|env|execPath|exit\w*|hrtime|kill|memoryUsage|nextTick|off|on|once|pid|platform|report|stderr|stdin|stdout|uptime|versions?)\b|console\s*\.)|\bglobalThis\s*\.\s*(?:process|console)\b/;

/** Node's modules that reach outside the program; pure ones such as node:path may be used anywhere. */
const PROCESS_MODULES = /^(?:node:)?(?:fs|child_process|process|os|net|http|https|tty|readline)(?:\/.*)?$/;

const sources = readSources();
const byPath = new Map(sources.map((source) => [source.path, source]));

test("every file stands in a known room", () => {
	expect(sources.length).toBeGreaterThan(50);
	expect(sources.filter(({ room }) => !Object.hasOwn(ALLOWED, room)).map(({ path }) => path)).toEqual([]);
});

test("every import inside the program leads to a file of it", () => {
	const dangling = sources.flatMap(({ path, imports }) =>
		imports
			.filter((target) => !byPath.has(target) && !isTextInside(target))
			.map((target) => `${path} -> ${target}`),
	);
	expect(dangling).toEqual([]);
});

test("imports between rooms go one way", () => {
	const wrong = sources.flatMap(({ path, room, imports }) =>
		imports
			.filter((target) => {
				const other = target.split("/")[0];
				return other !== room && !(ALLOWED[room] ?? []).includes(other);
			})
			.map((target) => `${path} -> ${target}`),
	);
	expect(wrong).toEqual([]);
});

test("no imports go in a circle", () => {
	expect(findCycle(sources)).toEqual([]);
});

test("no file is longer than 400 lines", () => {
	const long = sources.filter(({ text }) => text.trimEnd().split("\n").length > MOST_LINES);
	expect(long.map(({ path }) => path)).toEqual([]);
});

test("only the command line touches the process, the console and files", () => {
	const touching = sources.filter(
		({ room, text, outside }) =>
			room !== "cli" &&
			(PROCESS_USE.test(withoutComments(text, true)) || outside.some((name) => PROCESS_MODULES.test(name))),
	);
	expect(touching.map(({ path }) => path)).toEqual([]);
});

test("every exported declaration has a doc comment", () => {
	expect(sources.flatMap(({ path, text }) => undocumented(text).map((name) => `${path}: ${name}`))).toEqual(
		[],
	);
});

/** Exported names that no doc comment stands directly above. */
function undocumented(text: string): string[] {
	const declaration =
		/^export (?:default )?(?:abstract |async |declare )*(?:function\*?|const|let|class|interface|type|enum) +([\w$]+)/gm;
	const names: string[] = [];
	for (const match of text.matchAll(declaration)) {
		const above = text.slice(0, match.index).replace(/(?:^[ \t]*(?:\/\/[^\n]*|@[^\n]*)\n)+$/m, "");
		if (!/\*\/\n$/.test(above) || !above.slice(above.lastIndexOf("/*")).startsWith("/**"))
			names.push(match[1]);
	}
	return names;
}

/** The files of one import cycle, in order, or none. */
function findCycle(files: readonly Source[]): string[] {
	const known = new Map(files.map((source) => [source.path, source]));
	const done = new Set<string>();
	const trail: string[] = [];
	const visit = (path: string): string[] => {
		const at = trail.indexOf(path);
		if (at !== -1) return trail.slice(at);
		if (done.has(path)) return [];
		trail.push(path);
		for (const target of known.get(path)?.imports ?? []) {
			const cycle = visit(target);
			if (cycle.length > 0) return cycle;
		}
		trail.pop();
		done.add(path);
		return [];
	};
	for (const { path } of files) {
		const cycle = visit(path);
		if (cycle.length > 0) return cycle;
	}
	return [];
}

test("the scan sees every form of import", () => {
	const { imports, outside } = readSource(
		"cat/a.ts",
		[
			'import { x } from "../source/b.ts";',
			'import type { Y } from "./c.ts";',
			'import {\n\tz,\n\ttype W,\n} from "../relation/d.ts";',
			'export { v } from "./e.ts";',
			'import "./f.ts";',
			'const g = await import("./g.ts");',
			'import grammar from "../../grammar/cat.ohm";',
			'import { readFileSync } from "node:fs";',
			'// import { no } from "./comment.ts";',
			'/* import { no } from "./comment.ts"; */',
		].join("\n"),
	);
	expect(new Set(imports)).toEqual(
		new Set(["source/b.ts", "cat/c.ts", "relation/d.ts", "cat/e.ts", "cat/f.ts", "cat/g.ts"]),
	);
	expect(new Set(outside)).toEqual(new Set(["../grammar/cat.ohm", "node:fs"]));
});

test("the scan finds a cycle, a bare export and a use of the process", () => {
	const cycle = [
		readSource("a/x.ts", 'import type { Y } from "./y.ts";'),
		readSource("a/y.ts", 'import { z } from "./z.ts";'),
		readSource("a/z.ts", 'import { x } from "./y.ts";'),
	];
	expect(findCycle(cycle)).toEqual(["a/y.ts", "a/z.ts"]);
	expect(
		undocumented("/** d */\nexport const a = 1;\n\nexport function b() {}\n/* c */\nexport type C = 1;\n"),
	).toEqual(["b", "C"]);
	expect(PROCESS_USE.test("\tprocess.exit(1);")).toBe(true);
	expect(PROCESS_USE.test("\tconsole.log(1);")).toBe(true);
	// A litmus test's process, in a variable of that name.
	expect(PROCESS_USE.test("process.body.length")).toBe(false);
	expect(PROCESS_USE.test("this.process.exit(1);")).toBe(false);
});

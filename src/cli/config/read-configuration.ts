import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { z } from "zod";
import type { Diagnostic } from "../../source/diagnostic.ts";
import {
	configurationFault,
	configurationNeedsNode,
	configurationValue,
	unknownConfigurationKey,
} from "../../source/messages-gate.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile, Span } from "../../source/span.ts";
import type { Files } from "../files.ts";
import { readSource } from "../read-source.ts";
import { type Configuration, configurationSchema } from "./configuration-schema.ts";
import { type JsonNode, parseJson } from "./parse-json.ts";

/** Where a part of a configuration stands: the value at a path of keys, or the last of the keys itself. */
type Locate = (path: readonly PropertyKey[], isKey: boolean) => Span;

/** A value that is yet to be looked at. */
interface Loaded {
	readonly value: unknown;
	readonly locate: Locate;
}

/**
 * Reads a configuration. One that is a program is run, and its default export counts; Node.js itself must be able to
 * read its language. All that is wrong with it is told together.
 */
export async function readConfiguration(path: string, files: Files): Promise<Result<Configuration>> {
	const file = readSource(path, "a configuration", files);
	if (!file.ok) return file;
	const loaded = /\.[mc]?[jt]s$/.test(path) ? await runProgram(file.value) : readData(file.value);
	if (!loaded.ok) return loaded;
	const { value, locate } = loaded.value;
	const parsed = configurationSchema.safeParse(value);
	if (parsed.success) return { ok: true, value: parsed.data, warnings: [] };
	return { ok: false, diagnostics: parsed.error.issues.flatMap((issue) => describe(issue, locate)) };
}

function describe(issue: z.core.$ZodIssue, locate: Locate): Diagnostic[] {
	if (issue.code === "unrecognized_keys") {
		const known = Object.keys(configurationSchema.shape);
		return issue.keys.map((key) => unknownConfigurationKey(key, known, locate([...issue.path, key], true)));
	}
	const complaint = issue.message.replace(/^Invalid (?:input|option): /, "");
	return [configurationValue(issue.path.join("."), complaint, locate(issue.path, false))];
}

function readData(file: SourceFile): Result<Loaded> {
	const parsed = parseJson(file);
	if (!parsed.ok) return parsed;
	const locate: Locate = (path, isKey) => {
		let node: JsonNode = parsed.value;
		let span = node.span;
		for (const [index, key] of path.entries()) {
			const part = typeof key === "symbol" ? undefined : node.parts.get(key);
			if (part === undefined) break;
			span = isKey && index === path.length - 1 ? part.at : part.node.span;
			node = part.node;
		}
		return span;
	};
	return { ok: true, value: { value: parsed.value.value, locate }, warnings: [] };
}

async function runProgram(file: SourceFile): Promise<Result<Loaded>> {
	const start: Span = { file, start: 0, end: 1 };
	/** The only place where a key's name is followed by a colon; else the beginning. */
	const locate: Locate = (path) => {
		const key = path.findLast((part) => typeof part === "string");
		if (key === undefined) return start;
		const names = file.text.matchAll(/(?<![\w$])([\w$]+)["']?\s*:/g);
		const found = [...names].filter(([, name]) => name === key);
		if (found.length !== 1) return start;
		return { file, start: found[0].index, end: found[0].index + key.length };
	};
	try {
		const module: unknown = await import(pathToFileURL(resolve(file.path)).href);
		const value = typeof module === "object" && module !== null && "default" in module && module.default;
		return { ok: true, value: { value: value === false ? undefined : value, locate }, warnings: [] };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : undefined;
		if (code === "ERR_UNKNOWN_FILE_EXTENSION" && /\.[mc]?ts$/.test(file.path)) {
			return { ok: false, diagnostics: [configurationNeedsNode(process.version, start)] };
		}
		const span = placeOfFault(error, file) ?? start;
		return { ok: false, diagnostics: [configurationFault(String(error).split("\n")[0], span)] };
	}
}

/** Where in a program something was thrown, as far as its stack tells. */
function placeOfFault(error: unknown, file: SourceFile): Span | undefined {
	const stack = error instanceof Error ? (error.stack ?? "") : "";
	const url = pathToFileURL(resolve(file.path)).href;
	const at = stack.indexOf(`${url}:`);
	if (at === -1) return undefined;
	const [, line, column = "1"] = /^:(\d+)(?::(\d+))?/.exec(stack.slice(at + url.length)) ?? [];
	if (line === undefined) return undefined;
	const lines = file.text.split("\n").slice(0, Number(line) - 1);
	const start = lines.reduce((sum, { length }) => sum + length + 1, 0) + Number(column) - 1;
	return { file, start, end: start + 1 };
}

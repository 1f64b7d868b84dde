import { configurationSyntax } from "../../source/messages-gate.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile, Span } from "../../source/span.ts";

/** A value with the places of its parts. */
export interface JsonNode {
	/** As `JSON.parse` gives it. */
	readonly value: unknown;
	readonly span: Span;
	/** Of an object or array: for each key or index its value and where the key, or the element, stands. */
	readonly parts: ReadonlyMap<string | number, { readonly at: Span; readonly node: JsonNode }>;
}

/** No configuration is nested so deep; more could exhaust the stack. */
const DEEPEST = 100;

const BLANKS = /[ \t\r\n]*/y;
const SCALAR = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;

/** Thrown and caught within this file: where something else is expected. */
class Unexpected {
	readonly wanted: string;
	readonly start: number;
	readonly end: number;

	constructor(wanted: string, start: number, end: number) {
		this.wanted = wanted;
		this.start = start;
		this.end = end;
	}
}

/** Parses JSON, and keeps where each part of it stands. A key that comes again counts, as in `JSON.parse`. */
export function parseJson(file: SourceFile): Result<JsonNode> {
	const { text } = file;
	let offset = text.startsWith("\ufeff") ? 1 : 0;
	const spanFrom = (start: number): Span => ({ file, start, end: offset });
	const skip = (): void => {
		BLANKS.lastIndex = offset;
		BLANKS.exec(text);
		offset = BLANKS.lastIndex;
	};
	const fail = (wanted: string, start = offset): never => {
		throw new Unexpected(wanted, start, Math.max(start + 1, offset));
	};
	const scalar = (wanted: string): unknown => {
		SCALAR.lastIndex = offset;
		const found = SCALAR.exec(text)?.[0];
		if (found === undefined) return fail(wanted);
		offset += found.length;
		try {
			return JSON.parse(found);
		} catch {
			return fail(wanted, offset - found.length);
		}
	};
	/** What is between two brackets, with commas between. */
	const list = (close: string, element: () => void): void => {
		offset++;
		skip();
		for (let isFirst = true; text[offset] !== close; isFirst = false) {
			if (!isFirst) {
				if (text[offset] !== ",") fail(`"," or "${close}"`);
				offset++;
				skip();
			}
			element();
			skip();
		}
		offset++;
	};
	const parseValue = (depth: number): JsonNode => {
		const start = offset;
		if (depth > DEEPEST) fail(`no more than ${DEEPEST} levels`);
		const parts = new Map<string | number, { at: Span; node: JsonNode }>();
		if (text[offset] === "{") {
			list("}", () => {
				const from = offset;
				const key = text[offset] === '"' ? String(scalar("a name")) : fail("a name in quotation marks");
				const at = spanFrom(from);
				skip();
				if (text[offset] !== ":") fail('":"');
				offset++;
				skip();
				parts.set(key, { at, node: parseValue(depth + 1) });
			});
			const value = Object.fromEntries([...parts].map(([key, { node }]) => [key, node.value]));
			return { value, span: spanFrom(start), parts };
		}
		if (text[offset] === "[") {
			list("]", () => {
				const node = parseValue(depth + 1);
				parts.set(parts.size, { at: node.span, node });
			});
			return { value: [...parts.values()].map(({ node }) => node.value), span: spanFrom(start), parts };
		}
		return { value: scalar("a value"), span: spanFrom(start), parts };
	};
	try {
		skip();
		const node = parseValue(0);
		skip();
		if (offset < text.length) fail("nothing more");
		return { ok: true, value: node, warnings: [] };
	} catch (problem) {
		if (!(problem instanceof Unexpected)) throw problem;
		const { wanted, start, end } = problem;
		return { ok: false, diagnostics: [configurationSyntax(wanted, { file, start, end })] };
	}
}

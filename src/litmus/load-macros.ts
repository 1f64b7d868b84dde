import * as messages from "../source/messages-litmus.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { checkMacros } from "./check-macros.ts";
import { guardNesting } from "./guard-nesting.ts";
import { looksIntrinsic } from "./intrinsics.ts";
import { isPlainBody } from "./is-plain-body.ts";
import type { Macro, MacroBody, MacroTable } from "./macro-table.ts";
import { parseMacroBody } from "./parse-macro-body.ts";
import { Report } from "./report.ts";
import { MacroSplitter, type MacroText } from "./split-macros.ts";

/** UTF-16 units of the longest file of macros that is read. */
const SIZE_LIMIT = 262_144;

function extentOf({ body }: MacroText): readonly [start: number, end: number] {
	return [body[0].start, body[body.length - 1].end];
}

function makeMacro(text: MacroText, file: SourceFile): Macro {
	let body: Result<MacroBody> | undefined;
	return {
		name: text.name,
		span: text.nameSpan,
		parameters: text.parameters,
		body: () => {
			body ??= parseMacroBody(file, ...extentOf(text));
			return body;
		},
	};
}

/** Whether two definitions are the same, white space aside. */
function isSame(one: MacroText, other: MacroText): boolean {
	const print = ({ parameters, body }: MacroText): string =>
		[...parameters, "=", ...body.map(({ text }) => text)].join(" ");
	return print(one) === print(other);
}

/** The macros by name; a name that is defined twice in different ways, or cannot be one, is reported. */
function tableOf(texts: readonly MacroText[], report: Report): ReadonlyMap<string, MacroText> {
	const macros = new Map<string, MacroText>();
	for (const text of texts) {
		const { name, nameSpan } = text;
		const first = macros.get(name);
		if (looksIntrinsic(name)) report.add(messages.macroNamedLikeIntrinsic(name, nameSpan));
		else if (first === undefined) macros.set(name, text);
		else if (!isSame(first, text)) report.add(messages.duplicateMacro(name, first.nameSpan, nameSpan));
	}
	return macros;
}

/**
 * The macros of a file such as linux-kernel.def. All errors in it are found now, in bodies that no test uses too; yet
 * the parser only sees bodies that are out of the ordinary, and else each when a test first uses it. A few
 * milliseconds.
 */
export function loadMacros(file: SourceFile): Result<MacroTable> {
	const { length } = file.text;
	if (length > SIZE_LIMIT) {
		const span = { file, start: SIZE_LIMIT, end: SIZE_LIMIT + 1 };
		return { ok: false, diagnostics: [messages.hugeMacros(length, SIZE_LIMIT, span)] };
	}
	return guardNesting(file, () => {
		const report = new Report();
		const splitter = new MacroSplitter(file);
		const texts = splitter.split();
		for (const diagnostic of splitter.diagnostics) report.add(diagnostic);
		for (const text of report.hasErrors() ? [] : texts) {
			if (isPlainBody(text.body)) continue;
			const body = parseMacroBody(file, ...extentOf(text));
			if (!body.ok) for (const diagnostic of body.diagnostics) report.add(diagnostic);
		}
		const defined = tableOf(texts, report);
		if (!report.hasErrors()) checkMacros(defined, file, report);
		return report.result(() => {
			const macros = new Map([...defined.values()].map((text) => [text.name, makeMacro(text, file)]));
			return { file, get: (name) => macros.get(name), names: () => macros.keys() };
		});
	});
}

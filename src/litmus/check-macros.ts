import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { SourceFile, Span } from "../source/span.ts";
import { INTRINSICS, looksIntrinsic } from "./intrinsics.ts";
import type { MacroToken } from "./macro-tokens.ts";
import { isKeyword } from "./macro-words.ts";
import type { Report } from "./report.ts";
import type { MacroText } from "./split-macros.ts";

/** A call in a macro's body, as its tokens show it. */
interface CallText {
	readonly callee: MacroToken;
	readonly arguments: number;
	/** From the callee to the parenthesis or brace that ends the call. */
	readonly end: number;
}

const OPENING: ReadonlySet<string> = new Set(["(", "[", "{"]);
const CLOSING: ReadonlySet<string> = new Set([")", "]", "}"]);

/** The arguments between the bracket at `at` and its counterpart, and where that ends. */
function argumentsAt(
	tokens: readonly MacroToken[],
	at: number,
): { count: number; end: number; next: number } {
	let depth = 0;
	let count = tokens.at(at + 1)?.text === ")" ? 0 : 1;
	let index = at;
	for (; index < tokens.length; index++) {
		const { text } = tokens[index];
		if (OPENING.has(text)) depth++;
		else if (CLOSING.has(text)) depth--;
		else if (text === "," && depth === 1) count++;
		if (depth === 0) break;
	}
	return { count, end: tokens[Math.min(index, tokens.length - 1)].end, next: index + 1 };
}

function callsIn(tokens: readonly MacroToken[]): readonly CallText[] {
	const calls: CallText[] = [];
	tokens.forEach((callee, index) => {
		if (callee.kind !== "name" || isKeyword(callee.text)) return;
		const hasTags = looksIntrinsic(callee.text) && tokens.at(index + 1)?.text === "{";
		const tags = hasTags ? argumentsAt(tokens, index + 1) : undefined;
		const open = tags?.next ?? index + 1;
		if (tokens.at(open)?.text === "(") {
			const { count, end } = argumentsAt(tokens, open);
			calls.push({ callee, arguments: count, end });
		} else if (tags !== undefined) calls.push({ callee, arguments: 0, end: tags.end });
	});
	return calls;
}

/** How many arguments an intrinsic takes: at least and at most. */
function arityOf(name: string): readonly [number, number] | undefined {
	const intrinsic = INTRINSICS.get(name);
	if (intrinsic === undefined) return undefined;
	const most = intrinsic.roles.length + (intrinsic.hasOperator ? 1 : 0);
	return [intrinsic.lastIsOptional ? most - 1 : most, most];
}

/** Reports the calls of a macro that cannot be meant, whether or not a test uses the macro. */
function checkCalls(
	{ name, body }: MacroText,
	file: SourceFile,
	macros: ReadonlyMap<string, MacroText>,
	report: Report,
): readonly string[] {
	const called: string[] = [];
	for (const { callee, arguments: count, end } of callsIn(body)) {
		const span: Span = { file, start: callee.start, end: callee.end };
		const macro = macros.get(callee.text);
		const arity = arityOf(callee.text);
		if (macro !== undefined) called.push(callee.text);
		const [least, most] = arity ?? [macro?.parameters.length, macro?.parameters.length];
		if (least === undefined || most === undefined) {
			if (looksIntrinsic(callee.text)) {
				report.add(
					messages.unknownIntrinsic(callee.text, nearestNames(callee.text, INTRINSICS.keys()), span),
				);
			} else {
				const near = nearestNames(callee.text, macros.keys());
				report.add(messages.macroCallsUnknown(name, callee.text, near, span));
			}
		} else if (count < least || count > most) {
			const form = `${callee.text}(${macro?.parameters.join(", ") ?? "..."})`;
			report.add(messages.wrongArgumentCount(form, most, count, { ...span, end }));
		}
	}
	return called;
}

/** Reports each circle of macros once, at the macro of it that stands first. */
function checkCircles(
	macros: ReadonlyMap<string, MacroText>,
	calls: ReadonlyMap<string, readonly string[]>,
	report: Report,
): void {
	const done = new Set<string>();
	const path: string[] = [];
	const visit = (name: string): void => {
		const at = path.indexOf(name);
		const macro = macros.get(name);
		if (at >= 0 && macro !== undefined) {
			report.add(messages.recursiveMacros([...path.slice(at), name], macro.nameSpan));
		}
		if (at >= 0 || done.has(name)) return;
		path.push(name);
		for (const callee of calls.get(name) ?? []) visit(callee);
		path.pop();
		done.add(name);
	};
	for (const name of macros.keys()) visit(name);
}

/** Reports what is wrong with the macros of a file as they call each other and intrinsics. Linear in the text. */
export function checkMacros(macros: ReadonlyMap<string, MacroText>, file: SourceFile, report: Report): void {
	const calls = new Map<string, readonly string[]>();
	for (const macro of macros.values()) calls.set(macro.name, checkCalls(macro, file, macros, report));
	checkCircles(macros, calls, report);
}

import type { MatchResult } from "ohm-js";
import type { Diagnostic } from "../source/diagnostic.ts";
import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import type { SourceFile } from "../source/span.ts";

/** Where the last token before an offset ends: white space between is no part of a mistake. */
function endBefore(text: string, offset: number): number {
	return offset - (/\s*$/.exec(text.slice(Math.max(0, offset - 2000), offset))?.[0].length ?? 0);
}

/** The token at an offset, for the message and the carets; undefined at the end of the text. */
function tokenAt(text: string, offset: number): string | undefined {
	return /^(?:\w+|\\\/|\/\\|[-+*/%&|^<>=!]{1,3}|[\s\S])/u.exec(text.slice(offset, offset + 40))?.[0];
}

/** A token in words where showing it would show nothing. */
function nameOf(token: string): string | undefined {
	if (/^[\r\n]$/.test(token)) return "the end of the line";
	if (token === " " || token === "\t") return "a space";
	// Such as a no-break space, which comes with text that was copied from a page.
	const isInvisible = /^[\p{White_Space}\p{C}]$/u.test(token);
	return isInvisible
		? `the character U+${token.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`
		: undefined;
}

function bracesOpen(text: string): boolean {
	const plain = text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
	return plain.split("{").length > plain.split("}").length;
}

/** A sentence on what is commonly wrong where `found` stands instead of something expected. */
function hintFor(file: SourceFile, offset: number, found: string | undefined): string | undefined {
	const { text } = file;
	const before = text.slice(0, offset);
	if (before.trim() === "") return found === "#" ? messages.hints.preprocessor : messages.hints.header;
	if (/(?:\/\*|\(\*)/.test(text.slice(offset, offset + 2))) return messages.hints.openComment;
	const inBody = bracesOpen(before);
	if (inBody && found === "{" && /\bP(?:\d+|\s*\[[^\]]*\])\s*\([^()]*\)\s*$/.test(before.slice(-1000))) {
		return messages.hints.missingBrace;
	}
	if (found === undefined || (inBody && /^(?:P\d+|exists|forall|locations|filter)$/.test(found))) {
		return inBody ? messages.hints.missingBrace : undefined;
	}
	if (!inBody && /^(?:&&?|\|\|?|and|or)$/.test(found)) return messages.hints.connective;
	// `x=1 & y=1`: a bit-wise operator where a connective is meant.
	if (!inBody && /^[!=]?=$/.test(found) && /[=<>][^()=<>]*[&|][^()&|]*$/.test(before.slice(-1000))) {
		return messages.hints.connective;
	}
	if (found === "}" && !inBody) return messages.hints.extraBrace;
	if (found === "else") return messages.hints.lonelyElse;
	if (!inBody && /\bP(?:\d+|\s*\[[^\]]*\])\s*\([^()]*$/.test(before.slice(-1000)) && /^\w/.test(found)) {
		return messages.hints.parameter;
	}
	// Where a process can stand, its name is no mistake.
	if (!inBody && /^P\d+$/.test(found)) return messages.hints.initialState;
	if (found === "(" && /\bP\d+\s*$/.test(before) && !before.includes("{")) return messages.hints.initialState;
	if (!inBody && /\}\s*$/.test(before) && /^[a-z]+$/.test(found)) {
		const near = nearestNames(found, ["exists", "forall", "locations", "filter"]);
		if (near.length > 0) return messages.hints.question(near);
	}
	if (found === "#") return messages.hints.preprocessor;
	if (!inBody && /^(?:void|static|int|inline)$/.test(found)) return messages.hints.returnType;
	if (/^C[ \t]+\S+[ \t]+[^\n"{]+$/.test(before.trimStart())) return messages.hints.endOfName;
	return undefined;
}

/** What Ohm's results offer beside what its type declarations tell. */
export interface FailureDetails {
	getRightmostFailurePosition(): number;
	/** Fluff is what Ohm itself thinks not worth telling. */
	getRightmostFailures(): readonly { isFluffy(): boolean; toString(): string }[];
}

/** Tokens that end or part something: where one of them can stand, it is what is most likely missing. */
const CLOSING: ReadonlySet<string> = new Set([";", ")", "]", "}", ":"]);

/** As the grammar calls it. */
const COMPARISON = "a comparison such as `=`";

/** What a type can begin with, or have after its name. */
const TYPE_WORDS: readonly string[] = [
	...["__aligned", "__attribute__", "__attribute", "__mapped_twice", "__packed", "__words"],
	...["enum", "struct", "union", "typeof", "__typeof__", "__typeof", "a type"],
];

/** Ways in which one thing can begin, told as that thing where the telling ones among them are there. */
const GROUPS: readonly {
	readonly telling: readonly string[];
	readonly members: readonly string[];
	readonly words: string;
}[] = [
	{
		telling: ["sizeof"],
		members: ["(", "++", "--", "sizeof", "a name", "a number", "an operator"],
		words: "an expression",
	},
	{
		telling: ["typedef"],
		members: [...["BPF_CALL_", "_Static_assert", "static_assert", "typedef"], ...TYPE_WORDS],
		words: "a declaration",
	},
	{ telling: ["struct"], members: ["enum", "struct", "union", "a type"], words: "a type" },
	{
		telling: ["forall"],
		members: ["exists", "forall", "not", "~"],
		words: "a condition such as `exists (x=1)`",
	},
	{
		telling: ["ATOMIC_INIT"],
		members: ["&", "(", "ATOMIC64_INIT", "ATOMIC_INIT", "ATOMIC_LONG_INIT", "{", "a name", "a number"],
		words: "a number or an address such as `&x`",
	},
	{
		telling: ["false"],
		members: [
			...["&", "(", "*", "-", "[", "!", "~", "false", "not", "true", "a name", "a number"],
			"a register such as `0:r1`",
		],
		words: "a comparison such as `x=1` or `0:r1=1`",
	},
	{
		telling: ["a register such as `0:r1`", "a type"],
		members: ["*", "[", "a name", "a register such as `0:r1`", "a type"],
		words: "a type, a register or a variable",
	},
	{
		telling: ["a register such as `0:r1`", "a number"],
		members: ["&", "(", "*", "-", "[", "a name", "a number", "a register such as `0:r1`"],
		words: "a number, a register or a variable",
	},
	{
		telling: ["a register such as `0:r1`"],
		members: ["*", "[", "a name", "a register such as `0:r1`"],
		words: "a register or a variable",
	},
	{ telling: ["end of input"], members: ["end of input"], words: "the end of the file" },
];

/** The texts with each group that is there put into its words. */
function grouped(texts: readonly string[]): readonly string[] {
	const told: string[] = [];
	// Some calls take types: what an argument lacks is an expression all the same.
	const isArgument = texts.includes("sizeof") && texts.includes("a type") && !texts.includes("typedef");
	let rest = isArgument ? texts.filter((text) => !TYPE_WORDS.includes(text)) : texts;
	for (const { telling, members, words } of GROUPS) {
		if (!telling.every((text) => rest.includes(text))) continue;
		told.push(words);
		rest = rest.filter((text) => !members.includes(text));
	}
	return [...told, ...rest];
}

/**
 * What could stand at the failure, worded. An expression can go on in a dozen ways at its end; where it can
 * also be closed, those are left out.
 */
function expectedThere(failures: ReturnType<FailureDetails["getRightmostFailures"]>): readonly string[] {
	const named = failures.filter((one) => !one.isFluffy()).map((one) => one.toString());
	// What may not stand there, as `~` in the grammar has it, is there to find the failure soon, and helps nobody.
	const all = new Set(named.filter((text) => !text.startsWith("not ")));
	const texts = [...all].map((text) => (text.startsWith('"') ? String(JSON.parse(text)) : text));
	// The left side of a comparison may end with a parenthesis; what it lacks is the rest.
	if (texts.includes(COMPARISON)) return [COMPARISON];
	const closing = texts.filter((text) => CLOSING.has(text));
	if (closing.length === 0) {
		const isLiteral = new Set(
			[...all].filter((text) => text.startsWith('"')).map((text) => String(JSON.parse(text))),
		);
		return grouped(texts).map((text) => (isLiteral.has(text) ? `\`${text}\`` : text));
	}
	return closing.map((text) => `\`${text}\``);
}

/** What a failed match says about the text: where it stops making sense and what could stand there. */
export function parseFailure(match: MatchResult & FailureDetails, file: SourceFile): Diagnostic {
	const offset = match.getRightmostFailurePosition();
	const expected = expectedThere(match.getRightmostFailures());
	const found = tokenAt(file.text, offset);
	const end = endBefore(file.text, offset);
	const endsHere = /[{};]/.test(file.text.charAt(end - 1));
	if (
		expected.includes("`;`") &&
		!endsHere &&
		found !== undefined &&
		file.text.slice(end, offset).includes("\n")
	) {
		return messages.missingSemicolon({ file, start: Math.max(0, end - 1), end });
	}
	const start = found === undefined ? Math.max(0, end - 1) : offset;
	const span = { file, start, end: found === undefined ? end : offset + found.length };
	const instead = found === undefined ? "the end of the file" : (nameOf(found) ?? `\`${found}\``);
	return messages.unexpected(instead, expected, span, hintFor(file, offset, found));
}

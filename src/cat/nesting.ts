/** How deep brackets, comments and prefixes may nest in a model's text. */
export const nestingLimit = 64;

const code = /\(\*|\/\/[^\n]*|"[^"\n]*"|[A-Za-z](?:[\w.']|-(?!>))*|[([{]|[)\]}]|~|\S/g;
const comment = /\(\*|\*\)/g;

/** Words that an operand follows. */
const wordsBeforeOperands = new Set(["in", "rec", "with", "then", "else", "from", "subset", "not"]);

/** Words that open what `end` closes, and which of them open a block of statements. */
const openers: ReadonlyMap<string, boolean> = new Map([
	["match", false],
	["begin", true],
	["do", true],
	["procedure", true],
]);

/**
 * The first offset at which `text` nests deeper than `nestingLimit`, or undefined. Parsing and
 * resolving recurse once or more a level, so that deeper text could exhaust the stack. Brackets,
 * comments, what `end` closes, runs of `~`, and `let`, `fun`, `if` and `try` in operand position each
 * count as levels; the last four last until their bracket closes or the next statement begins. Time is
 * linear in the text.
 */
export function nestingOverflow(text: string): number | undefined {
	let comments = 0;
	let prefixes = 0;
	let tildes = 0;
	let afterOperand = true;
	const outer: { readonly prefixes: number; readonly isBlock: boolean }[] = [];
	for (let offset = 0; ; ) {
		const pattern = comments > 0 ? comment : code;
		pattern.lastIndex = offset;
		const match = pattern.exec(text);
		if (match === null) return undefined;
		offset = pattern.lastIndex;
		const token = match[0];
		if (token === "(*") comments++;
		else if (token === "*)") comments--;
		else if (token.startsWith("//")) continue;
		else {
			tildes = token === "~" ? tildes + 1 : 0;
			const opensBlock = openers.get(token);
			if (token === "let" || token === "fun" || token === "if" || token === "try") {
				const around = outer.at(-1);
				const isStatement = afterOperand && (around === undefined || around.isBlock);
				prefixes = isStatement ? (around?.prefixes ?? 0) : prefixes + 1;
				afterOperand = false;
			} else if ("([{".includes(token) || opensBlock !== undefined) {
				outer.push({ prefixes, isBlock: opensBlock === true });
				afterOperand = token === "begin" || token === "do";
			} else if (")]}".includes(token) || token === "end") {
				prefixes = outer.pop()?.prefixes ?? 0;
				afterOperand = true;
			} else afterOperand = /^["\w+?*]/.test(token) && !wordsBeforeOperands.has(token);
		}
		if (comments + outer.length + prefixes + tildes > nestingLimit) return match.index;
	}
}

/** How deep brackets, comments and prefixes may nest in a model's text. */
export const nestingLimit = 64;

const code = /\(\*|\/\/[^\n]*|"[^"\n]*"|[A-Za-z](?:[\w.']|-(?!>))*|[([{]|[)\]}]|~|\S/g;
const comment = /\(\*|\*\)/g;

/**
 * The first offset at which `text` nests deeper than `nestingLimit`, or undefined. Parsing and
 * resolving recurse once or more a level, so that deeper text could exhaust the stack. Brackets,
 * comments, runs of `~`, and `let` and `fun` in operand position each count as levels; the last two
 * last until their bracket closes or the next statement begins. Time is linear in the text.
 */
export function nestingOverflow(text: string): number | undefined {
	let comments = 0;
	let prefixes = 0;
	let tildes = 0;
	let afterOperand = true;
	const outer: number[] = [];
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
			if (token === "let" || token === "fun") {
				prefixes = afterOperand && outer.length === 0 ? 0 : prefixes + 1;
				afterOperand = false;
			} else if ("([{".includes(token)) {
				outer.push(prefixes);
				afterOperand = false;
			} else if (")]}".includes(token)) {
				prefixes = outer.pop() ?? 0;
				afterOperand = true;
			} else afterOperand = /^["\w+?*]/.test(token) && token !== "in" && token !== "rec";
		}
		if (comments + outer.length + prefixes + tildes > nestingLimit) return match.index;
	}
}

/** What a rule's body is made of, as Ohm's recipes have it: an operator, where it stands, and its operands. */
export type RuleBody = readonly [operator: string, place: unknown, ...operands: readonly unknown[]];

/** How tightly a form binds; a looser one inside a tighter one needs parentheses. */
const STRENGTH: Readonly<Record<string, number>> = { choice: 0, sequence: 1, single: 2 };

interface Printed {
	readonly text: string;
	readonly form: "choice" | "sequence" | "single";
}

/** Rules that stand for one word each: a use of one is printed as the word. */
export type Words = ReadonlyMap<string, string>;

/**
 * A rule's alternatives in EBNF, one text each. What may not follow, or must, is left out: it parts words, and
 * says which alternative is tried first.
 *
 * @throws Error for what no grammar here has
 */
export function alternatives(body: RuleBody, words: Words): readonly string[] {
	if (body[0] === "alt") return operandsOf(body).flatMap((one) => alternatives(one, words));
	const shown = body[0] === "seq" ? operandsOf(body).filter(isShown) : [];
	return shown.length === 1 && shown[0][0] === "alt"
		? alternatives(shown[0], words)
		: [print(body, words).text];
}

/** The word that a rule's body stands for alone; undefined for any other body. */
export function wordOf(body: RuleBody): string | undefined {
	if (body[0] !== "seq") return undefined;
	const [word, ...rest] = operandsOf(body);
	return word?.[0] === "terminal" && rest.length === 1 && rest[0][0] === "not" ? quoted(word[2]) : undefined;
}

function isShown([operator]: RuleBody): boolean {
	return operator !== "lookahead" && operator !== "not";
}

function operandsOf([, , ...operands]: RuleBody): readonly RuleBody[] {
	return operands as readonly RuleBody[];
}

function quoted(text: unknown): string {
	const plain = JSON.stringify(String(text)).slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\");
	const shown = plain.replace(/[^ -~]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16).toUpperCase()}}`);
	return shown.includes('"') ? `'${shown}'` : `"${shown}"`;
}

function inside({ text, form }: Printed, around: Printed["form"]): string {
	return STRENGTH[form] < STRENGTH[around] ? `(${text})` : text;
}

function print(body: RuleBody, words: Words): Printed {
	const [operator, , first, second] = body;
	const single = (text: string): Printed => ({ text, form: "single" });
	switch (operator) {
		case "terminal":
			return single(quoted(first));
		case "range":
			return single(`${quoted(first)}..${quoted(second)}`);
		case "alt": {
			const texts = operandsOf(body).map((one) => inside(print(one, words), "sequence"));
			return { text: texts.join(" | "), form: "choice" };
		}
		case "seq":
			return printSequence(operandsOf(body), words);
		case "star":
		case "plus":
		case "opt": {
			const sign = operator === "star" ? "*" : operator === "plus" ? "+" : "?";
			return single(inside(print(first as RuleBody, words), "single") + sign);
		}
		case "lex":
			return print(first as RuleBody, words);
		case "app":
			return printUse(String(first), (second ?? []) as readonly RuleBody[], words);
		default:
			throw new Error(`no form for ${operator}`);
	}
}

function printSequence(all: readonly RuleBody[], words: Words): Printed {
	const parts: Printed[] = [];
	all.forEach((one, index) => {
		if (!isShown(one)) return;
		const excluded = one[0] === "app" && one[2] === "any" ? all.at(index - 1) : undefined;
		if (index === 0 || excluded?.[0] !== "not") parts.push(print(one, words));
		else {
			const what = inside(print(excluded[2] as RuleBody, words), "single");
			parts.push({ text: `(any but ${what})`, form: "single" });
		}
	});
	if (parts.length === 1) return parts[0];
	return { text: parts.map((part) => inside(part, "sequence")).join(" "), form: "sequence" };
}

function printUse(rule: string, operands: readonly RuleBody[], words: Words): Printed {
	const [item, separator] = operands.map((one) => inside(print(one, words), "single"));
	switch (rule) {
		case "NonemptyListOf":
		case "nonemptyListOf":
			return { text: `${item} (${separator} ${item})*`, form: "sequence" };
		case "ListOf":
		case "listOf":
			return { text: `(${item} (${separator} ${item})*)?`, form: "single" };
		default:
			return { text: words.get(rule) ?? rule, form: "single" };
	}
}

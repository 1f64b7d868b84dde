import { type Grammar, grammars } from "ohm-js";
import { alternatives, type RuleBody, type Words, wordOf } from "./ebnf.ts";

/** A file of `grammar/` with the heading that its rules come under. */
export interface GrammarText {
	readonly file: string;
	readonly title: string;
	readonly text: string;
}

/** A rule with its cases put in their places. */
interface Rule {
	readonly name: string;
	readonly alternatives: readonly string[];
	/** Where it begins in the text. */
	readonly start: number;
}

type Definition = readonly [
	kind: string,
	place: { sourceInterval: readonly [number, number] },
	unknown,
	unknown,
	RuleBody,
];

/** Columns up to which alternatives stand in one line. */
const WIDTH = 70;

/** Alternatives of this width at most share lines. */
const WORD_WIDTH = 18;

const INTRODUCTION = `# Grammar

What ringlit reads, rule by rule. \`npm run grammar-page\` makes this page from the files in \`grammar/\`, in which the tests
run the examples.

\`"x"\` is a text, \`"a".."z"\` a range of characters, \`?\` at most once, \`*\` any number of times, \`+\` at least once, \`|\` or. In rules
whose names begin with a capital letter, white space and comments may stand between all parts; in the others nothing may. \`any\` is any
character, \`end\` the end of the text, \`digit\`, \`hexDigit\` and \`letter\` are what they say. A word such as \`if\` ends where the name
that it begins would end. \`...\` is what the rule takes without the alternatives after it: of \`space\`, white space. Of alternatives the first
that fits is taken.
`;

/** The page on all grammars, in the order of their texts. */
export function grammarPage(texts: readonly GrammarText[]): string {
	const known: Record<string, Grammar> = {};
	const words = new Map<string, string>();
	const parsed = new Map<string, ReadonlyMap<string, Definition>>();
	const parse = (name: string): void => {
		const source = texts.find((one) => headOf(one).name === name);
		if (source === undefined || name in known) return;
		const { parent } = headOf(source);
		if (parent !== undefined) parse(parent);
		Object.assign(known, grammars(source.text, known));
		const definitions = definitionsOf(known[name]);
		parsed.set(name, definitions);
		for (const [rule, [, , , , body]] of definitions) {
			const word = wordOf(body);
			if (word !== undefined) words.set(rule, word);
		}
	};
	for (const source of texts) parse(headOf(source).name);
	const sections = texts.map((source) => {
		const { file, title, text } = source;
		const definitions = parsed.get(headOf(source).name) ?? new Map<string, Definition>();
		const body = printRules(rulesOf(definitions, words), text);
		return `## ${title}\n\nFrom \`grammar/${file}\`.\n\n${body}`;
	});
	return `${INTRODUCTION}\n${sections.join("\n")}`;
}

/** A grammar's name, and that of the one that it extends. */
function headOf({ text }: GrammarText): { readonly name: string; readonly parent: string | undefined } {
	const [, name = "", parent] = /^(\w+)\s*(?:<:\s*(\w+)\s*)?\{/m.exec(text) ?? [];
	return { name, parent };
}

function definitionsOf(grammar: Grammar): ReadonlyMap<string, Definition> {
	// A recipe is the one form in which Ohm gives a rule's body away as data.
	const recipe = JSON.parse(grammar.toRecipe()) as readonly unknown[];
	return new Map(Object.entries(recipe[5] as Record<string, Definition>));
}

/** The rules in the order of the text, but for words and cases, which stand where they are used. */
function rulesOf(definitions: ReadonlyMap<string, Definition>, words: Words): readonly Rule[] {
	const rules: Rule[] = [];
	for (const [name, [kind, place, , , body]] of definitions) {
		if (words.has(name) || (name.includes("_") && definitions.has(name.replace(/_.*/, "")))) continue;
		const cases = (one: RuleBody): readonly string[] => {
			const use = one[0] === "app" ? String(one[2]) : "";
			const inner = use.startsWith(`${name}_`) ? definitions.get(use) : undefined;
			return alternatives(inner?.[4] ?? one, words);
		};
		const bodies = body[0] === "alt" ? (body.slice(2) as readonly RuleBody[]) : [body];
		const before = kind === "extend" ? ["..."] : [];
		rules.push({ name, alternatives: [...before, ...bodies.flatMap(cases)], start: place.sourceInterval[0] });
	}
	return rules.sort((left, right) => left.start - right.start);
}

/** Rules as blocks of code, those with examples each by itself with these after it. */
function printRules(rules: readonly Rule[], text: string): string {
	const parts: string[] = [];
	let block: string[] = [];
	const close = (): void => {
		if (block.length > 0) parts.push(`\`\`\`\n${block.join("\n")}\n\`\`\`\n`);
		block = [];
	};
	for (const rule of rules) {
		const examples = [...text.matchAll(/^[ \t]*\/\/\+ (\w+): (.+)$/gm)].filter(
			([, name]) => name === rule.name,
		);
		if (examples.length > 0) close();
		block.push(printRule(rule));
		if (examples.length === 0) continue;
		close();
		parts.push(examples.map(([, , example]) => `- ${codeSpan(example.trim())}\n`).join(""));
	}
	close();
	return parts.join("\n");
}

function printRule({ name, alternatives: all }: Rule): string {
	const line = `${name} = ${all.join(" | ")}`;
	if (line.length <= WIDTH) return line;
	const next = `\n${" ".repeat(name.length)} | `;
	if (all.some((one) => one.length > WORD_WIDTH)) return `${name} = ${all.join(next)}`;
	// Words fill lines.
	const lines: string[] = [];
	for (const one of all) {
		const last = lines.at(-1);
		if (last === undefined || name.length + last.length + one.length > WIDTH) lines.push(one);
		else lines[lines.length - 1] = `${last} | ${one}`;
	}
	return `${name} = ${lines.join(next)}`;
}

function codeSpan(text: string): string {
	if (!text.includes("`")) return `\`${text}\``;
	return `\`\` ${text} \`\``;
}

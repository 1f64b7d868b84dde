import { undeclaredTag, unknownInstruction } from "../source/messages-cat.ts";
import type { Scope } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";
import { setOfTag } from "./set-of-tag.ts";
import type { Name, Statement } from "./syntax.ts";
import { tagSet, tagsOf } from "./tag-sets.ts";

/** The kinds of instructions that a model can name: reads, writes, updates, fences, SRCU operations. */
export const INSTRUCTION_KINDS: readonly string[] = [
	"R",
	"W",
	"RMW",
	"F",
	"SRCU",
	"B",
	"M",
	"BRANCH",
	"CALL",
];

/** Which tags instructions may carry, as a model's `enum`, `instructions` and `default` say. */
export class Annotations {
	/** For each kind of instruction that is declared, the tags that it may carry, as names of sets. */
	readonly allowed = new Map<string, Set<string>>();
	/** The tags of an instruction whose text gives none. */
	readonly defaults = new Map<string, readonly string[]>();
	private readonly resolution: Resolution;
	private readonly declared = new Set<string>();

	constructor(resolution: Resolution) {
		this.resolution = resolution;
	}

	/** `enum`: the scope in which the type's name has all its tags, and each tag's set is known. */
	declare(name: Name, tags: readonly Name[], scope: Scope): Scope {
		return scope.withMutations((after) => {
			after.set(name.text, tagSet(tags.map(({ text }) => text)));
			for (const { text } of tags) {
				this.declared.add(text);
				const set = setOfTag(text);
				after.set(set, { kind: "node", node: this.resolution.table.base("set", set) });
			}
		});
	}

	/** `instructions` or `default`. */
	allow(statement: Extract<Statement, { kind: "instructions" }>, scope: Scope): void {
		const { instruction, tags } = statement;
		if (!INSTRUCTION_KINDS.includes(instruction.text)) {
			this.resolution.report(unknownInstruction(instruction.text, instruction.span));
			return;
		}
		const names: string[] = [];
		for (const expression of tags) {
			const value = this.resolution.resolve(expression, scope);
			const found = value.kind === "tag" ? [value.tag] : tagsOf(value);
			const strange = found?.find((tag) => !this.declared.has(tag));
			if (found === undefined || strange !== undefined) {
				if (value.kind !== "unknown") this.resolution.report(undeclaredTag(strange, expression.span));
			} else names.push(...found.map(setOfTag));
		}
		if (statement.default) this.defaults.set(instruction.text, names);
		const known = this.allowed.get(instruction.text) ?? new Set<string>();
		for (const name of names) known.add(name);
		this.allowed.set(instruction.text, known);
	}
}

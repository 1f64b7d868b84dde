import { setOfTag } from "../execution/set-of-tag.ts";
import { undeclaredTag, unknownInstruction } from "../source/messages-cat.ts";
import type { Scope } from "./cat-value.ts";
import type { Resolution } from "./resolution.ts";
import type { Name, Statement } from "./syntax.ts";
import { tagSet, tagsOf } from "./tag-sets.ts";

/** The kinds of instructions that a model can name: reads, writes, updates, fences, SRCU operations. */
const INSTRUCTION_KINDS: readonly string[] = ["R", "W", "RMW", "F", "SRCU", "B", "M", "BRANCH", "CALL"];

/**
 * Which tags there are, and which instructions have some by default, as a model's `enum`, `instructions` and
 * `default` say. Which kind of instruction may carry which tag is not held against tests: kernel trees put
 * tags on instructions that their files do not list.
 */
export class Annotations {
	/** All tags that are declared, as the text spells them. */
	readonly tags = new Set<string>();
	/** For each kind of instruction, the sets of the tags that it has where a test gives it none. */
	readonly defaults = new Map<string, readonly string[]>();
	private readonly resolution: Resolution;

	constructor(resolution: Resolution) {
		this.resolution = resolution;
	}

	/** `enum`: the scope in which the type's name has all its tags, and each tag's set is known. */
	declare(name: Name, tags: readonly Name[], scope: Scope): Scope {
		return scope.withMutations((after) => {
			after.set(name.text, tagSet(tags.map(({ text }) => text)));
			for (const { text } of tags) {
				this.tags.add(text);
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
			const strange = found?.find((tag) => !this.tags.has(tag));
			if (found === undefined || strange !== undefined) {
				if (value.kind !== "unknown") this.resolution.report(undeclaredTag(strange, expression.span));
			} else names.push(...found.map(setOfTag));
		}
		if (statement.default) this.defaults.set(instruction.text, names);
	}
}

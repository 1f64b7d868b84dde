import type { Program } from "../../execution/program.ts";
import type { Proposition, Term } from "../../execution/proposition.ts";
import { isPointer } from "../../execution/value.ts";
import * as messages from "../../source/messages-litmus.ts";
import type { Span } from "../../source/span.ts";
import type { Report } from "../report.ts";
import type { PlainNames } from "./plain-names.ts";

/** Where the test asks, for those who say that something is wrong with it. */
function questionSpan({ file }: Program): Span {
	const last = [...file.text.matchAll(/\b(?:exists|forall|filter|locations)\b/g)].at(-1);
	const start = last?.index ?? 0;
	return { file, start, end: start + (last?.[0].length ?? 0) };
}

/** Writes what a test asks, as plain tests ask. */
export class QuestionPrinter {
	readonly #program: Program;
	readonly #names: PlainNames;
	readonly #report: Report;
	/** The cells that the questions name. */
	readonly cells = new Set<number>();

	constructor(program: Program, names: PlainNames, report: Report) {
		this.#program = program;
		this.#names = names;
		this.#report = report;
	}

	/** A formula, and in it the first letters of words as the reference has them. */
	proposition(proposition: Proposition): string {
		const nested = (part: Proposition): string =>
			part.kind === "and" || part.kind === "or" ? `(${this.proposition(part)})` : this.proposition(part);
		switch (proposition.kind) {
			case "true":
				return "true";
			case "equal":
				return `${this.term(proposition.left)}=${this.#right(proposition.right)}`;
			case "compare":
				if (proposition.operator !== "=") return this.#refuse("what is smaller, or not the same");
				return `${this.term(proposition.left)}=${this.#right(proposition.right)}`;
			case "not":
				return `~(${this.proposition(proposition.operand)})`;
			case "and":
				return proposition.operands.map(nested).join(" /\\ ");
			case "or":
				return proposition.operands.map(nested).join(" \\/ ");
		}
	}

	/** A register, a variable or a value. */
	term(term: Term): string {
		switch (term.kind) {
			case "local":
				return `${term.thread}:${this.#names.locals[term.thread][term.local]}`;
			case "cell":
				this.cells.add(term.cell);
				return this.#names.cells[term.cell];
			case "constant": {
				const { value } = term;
				if (!isPointer(value)) return String(value);
				const cell = this.#program.objects.at(value.object)?.cells.get(value.offset);
				if (cell === undefined) return this.#refuse("an address that is no variable's");
				this.cells.add(cell);
				return this.#names.cells[cell];
			}
			case "dereference":
				return this.#refuse("what a pointer points to in the end");
			case "computed":
				return this.#refuse("something computed");
		}
	}

	/** A name alone on this side is an address. */
	#right(term: Term): string {
		return term.kind === "cell" ? `[${this.term(term)}]` : this.term(term);
	}

	#refuse(what: string): string {
		this.#report.add(messages.plainQuestion(what, questionSpan(this.#program)));
		return "";
	}
}

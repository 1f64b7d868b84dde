import type { Observed, Program } from "../execution/program.ts";
import type { Property } from "../execution/property.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import * as messages from "../source/messages-litmus.ts";
import type { QuestionSyntax } from "./condition-syntax.ts";
import { type FinalState, type LoweredLocation, lowerListed } from "./lower-location.ts";
import { lowerProposition } from "./lower-proposition.ts";

/** What a test asks of its final states, and which of them it prints. */
export type Asked = Pick<Program, "quantifier" | "proposition" | "filter" | "observed">;

/** All that a test asks. */
export interface Questions {
	readonly asked: Asked;
	/** What must not happen in any execution, by name. */
	readonly properties: readonly (Property & { readonly kind: "final" })[];
}

const KEYWORDS: Readonly<Record<QuestionSyntax["kind"], string>> = {
	locations: "locations",
	filter: "filter",
	final: "condition",
	forbidden: "property",
};

function byText(left: string, right: string): number {
	return left < right ? -1 : left > right ? 1 : 0;
}

/** Registers first, by thread and name; then memory by name. */
function order(left: Observed, right: Observed): number {
	const [a, b] = [left.label, right.label].map((label) => /^(\d+):(.*)$/.exec(label));
	if (a && b) return Number(a[1]) - Number(b[1]) || byText(a[2], b[2]);
	if (a || b) return a ? -1 : 1;
	return byText(left.label, right.label);
}

/**
 * The questions with their names resolved. Without a condition it is `exists (true)`. What properties mention is
 * not printed for that alone: a state has the more values, the more of them differ.
 */
export function lowerQuestions(state: FinalState, questions: readonly QuestionSyntax[]): Questions {
	const observed = new Map<string, Observed>();
	const observe = ({ label, term }: LoweredLocation): void => {
		observed.set(label, { label, term });
	};
	let filter: Proposition = { kind: "true" };
	let quantifier: Program["quantifier"] = "exists";
	let proposition: Proposition = { kind: "true" };
	const properties: (Property & { readonly kind: "final" })[] = [];
	const seen = new Set<string>();
	const names = new Set<string>();
	for (const question of questions) {
		if (question.kind === "forbidden") {
			const { name, span } = question.name;
			if (name.trim() === "") state.report.add(messages.propertyWithoutName(span));
			else if (names.has(name)) state.report.add(messages.duplicateProperty(name, span));
			names.add(name);
			const about = lowerProposition(state, question.proposition, () => {});
			properties.push({ kind: "final", name, span: question.span, proposition: about });
			continue;
		}
		if (seen.has(question.kind)) {
			state.report.add(messages.duplicateQuestion(KEYWORDS[question.kind], question.span));
		}
		seen.add(question.kind);
		if (question.kind === "locations") {
			for (const location of question.locations) lowerListed(state, location).forEach(observe);
		} else if (question.kind === "filter") {
			filter = lowerProposition(state, question.proposition, () => {});
		} else {
			quantifier = question.quantifier;
			proposition = lowerProposition(state, question.proposition, observe);
		}
	}
	const asked = { quantifier, proposition, filter, observed: [...observed.values()].sort(order) };
	return { asked, properties };
}

function addLocalsOfTerm(term: Term, thread: number, found: Set<number>): void {
	if (term.kind === "local" && term.thread === thread) found.add(term.local);
	if (term.kind === "dereference") addLocalsOfTerm(term.pointer, thread, found);
	if (term.kind === "computed") {
		addLocalsOfTerm(term.left, thread, found);
		addLocalsOfTerm(term.right, thread, found);
	}
}

function addLocals(proposition: Proposition, thread: number, found: Set<number>): void {
	switch (proposition.kind) {
		case "true":
			break;
		case "equal":
		case "compare":
			addLocalsOfTerm(proposition.left, thread, found);
			addLocalsOfTerm(proposition.right, thread, found);
			break;
		case "not":
			addLocals(proposition.operand, thread, found);
			break;
		case "and":
		case "or":
			for (const operand of proposition.operands) addLocals(operand, thread, found);
	}
}

/** The locals of one thread whose final value is printed or asked about. */
export function observedLocals({ asked, properties }: Questions, thread: number): ReadonlySet<number> {
	const found = new Set<number>();
	for (const { term } of asked.observed) addLocalsOfTerm(term, thread, found);
	addLocals(asked.proposition, thread, found);
	addLocals(asked.filter, thread, found);
	for (const { proposition } of properties) addLocals(proposition, thread, found);
	return found;
}

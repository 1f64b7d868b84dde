import type { Observed, Program } from "../execution/program.ts";
import type { Proposition, Term } from "../execution/proposition.ts";
import * as messages from "../source/messages-litmus.ts";
import type { QuestionSyntax } from "./ast.ts";
import { type FinalState, type LoweredLocation, lowerListed } from "./lower-location.ts";
import { lowerProposition } from "./lower-proposition.ts";

/** What a test asks of its final states. */
export type Questions = Pick<Program, "quantifier" | "proposition" | "filter" | "observed">;

const KEYWORDS: Readonly<Record<QuestionSyntax["kind"], string>> = {
	locations: "locations",
	filter: "filter",
	final: "condition",
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

/** The questions with their names resolved. Without a condition it is `exists (true)`. */
export function lowerQuestions(state: FinalState, questions: readonly QuestionSyntax[]): Questions {
	const observed = new Map<string, Observed>();
	const observe = ({ label, term }: LoweredLocation): void => {
		observed.set(label, { label, term });
	};
	let filter: Proposition = { kind: "true" };
	let quantifier: Program["quantifier"] = "exists";
	let proposition: Proposition = { kind: "true" };
	const seen = new Set<string>();
	for (const question of questions) {
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
	return { quantifier, proposition, filter, observed: [...observed.values()].sort(order) };
}

function addLocalsOfTerm(term: Term, thread: number, found: Set<number>): void {
	if (term.kind === "local" && term.thread === thread) found.add(term.local);
	if (term.kind === "dereference") addLocalsOfTerm(term.pointer, thread, found);
}

function addLocals(proposition: Proposition, thread: number, found: Set<number>): void {
	switch (proposition.kind) {
		case "true":
			break;
		case "equal":
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
export function observedLocals(questions: Questions, thread: number): ReadonlySet<number> {
	const found = new Set<number>();
	for (const { term } of questions.observed) addLocalsOfTerm(term, thread, found);
	addLocals(questions.proposition, thread, found);
	addLocals(questions.filter, thread, found);
	return found;
}

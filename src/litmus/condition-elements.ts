import type { ElementSyntax } from "./ast.ts";
import type { LocationSyntax, OperandSyntax, PropositionSyntax, QuestionSyntax } from "./condition-syntax.ts";

function ofLocation(location: LocationSyntax): readonly ElementSyntax[] {
	if (location.kind === "element") return [location.element];
	return location.kind === "dereference" ? ofLocation(location.pointer) : [];
}

function ofOperand(operand: OperandSyntax): readonly ElementSyntax[] {
	if (operand.kind === "address") return [operand.element];
	if (operand.kind === "integer") return [];
	if (operand.kind === "computed") return [...ofOperand(operand.left), ...ofOperand(operand.right)];
	const elements = ofLocation(operand.location);
	return elements.filter((element) => element.name.name !== "NULL");
}

function ofProposition(proposition: PropositionSyntax): readonly ElementSyntax[] {
	switch (proposition.kind) {
		case "true":
		case "false":
			return [];
		case "not":
			return ofProposition(proposition.operand);
		case "and":
		case "or":
			return proposition.operands.flatMap(ofProposition);
		case "comparison":
			return [...ofOperand(proposition.left), ...ofOperand(proposition.right)];
	}
}

/** The shared variables and elements that a question mentions, in the order of the text. */
export function elementsOf(question: QuestionSyntax): readonly ElementSyntax[] {
	if (question.kind === "locations") return question.locations.flatMap(ofLocation);
	return ofProposition(question.proposition);
}

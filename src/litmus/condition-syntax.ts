import type { ArithmeticOperator, ComparisonOperator, Quantifier } from "../execution/proposition.ts";
import type { ElementSyntax, Name, Node, RegisterSyntax } from "./ast.ts";

/** A place whose final value is meant. */
export type LocationSyntax = Node &
	(
		| { readonly kind: "register"; readonly register: RegisterSyntax }
		| { readonly kind: "element"; readonly element: ElementSyntax }
		| { readonly kind: "dereference"; readonly pointer: LocationSyntax }
	);

/** One side of a comparison in a condition. */
export type OperandSyntax = Node &
	(
		| { readonly kind: "integer"; readonly value: bigint }
		| { readonly kind: "address"; readonly element: ElementSyntax }
		/** `bare` for a name alone, which after `=` means the variable's address. */
		| { readonly kind: "location"; readonly location: LocationSyntax; readonly bare: boolean }
		| {
				readonly kind: "computed";
				readonly operator: ArithmeticOperator;
				readonly left: OperandSyntax;
				readonly right: OperandSyntax;
		  }
	);

/** A formula over final states. */
export type PropositionSyntax = Node &
	(
		| { readonly kind: "true" }
		| { readonly kind: "false" }
		| { readonly kind: "not"; readonly operand: PropositionSyntax }
		| { readonly kind: "and"; readonly operands: readonly PropositionSyntax[] }
		| { readonly kind: "or"; readonly operands: readonly PropositionSyntax[] }
		| {
				readonly kind: "comparison";
				readonly operator: ComparisonOperator | "==";
				readonly left: OperandSyntax;
				readonly right: OperandSyntax;
		  }
	);

/** What may follow the processes. */
export type QuestionSyntax = Node &
	(
		| { readonly kind: "locations"; readonly locations: readonly LocationSyntax[] }
		| { readonly kind: "filter"; readonly proposition: PropositionSyntax }
		/** Something that must not happen, by a name of its own. */
		| { readonly kind: "forbidden"; readonly name: Name; readonly proposition: PropositionSyntax }
		| {
				readonly kind: "final";
				readonly quantifier: Quantifier;
				readonly proposition: PropositionSyntax;
		  }
	);

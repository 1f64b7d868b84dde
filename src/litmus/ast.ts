import type { BinaryOperator, IntegerType } from "../execution/expression.ts";
import type { Expectation } from "../execution/program.ts";
import type { ArithmeticOperator, ComparisonOperator, Quantifier } from "../execution/proposition.ts";
import type { SourceFile, Span } from "../source/span.ts";

/** What every node of the tree has: the text it was read from. */
interface Node {
	readonly span: Span;
}

/** A type as written: its words without qualifiers (`struct foo` is one word), and its stars. */
export interface TypeSyntax extends Node {
	readonly words: readonly string[];
	readonly pointers: number;
}

/** A name where it is declared or used. */
export interface Name extends Node {
	readonly name: string;
}

/** What an intrinsic does with the old value and its operand; `&~` is and-not. */
export type IntrinsicOperator = "+" | "-" | "&" | "|" | "^" | "&~";

/** An expression of C. */
export type CExpression = Node &
	(
		| { readonly kind: "integer"; readonly value: bigint; readonly type: IntegerType }
		/** Something that C has and tests cannot use; `what` names it. */
		| { readonly kind: "unsupported"; readonly what: "floating" | "string" | "member" | "huge" }
		| { readonly kind: "name"; readonly name: string }
		| { readonly kind: "unary"; readonly operator: "-" | "+" | "~" | "!"; readonly operand: CExpression }
		| { readonly kind: "dereference"; readonly operand: CExpression }
		| { readonly kind: "address"; readonly operand: CExpression }
		| { readonly kind: "index"; readonly array: CExpression; readonly index: CExpression }
		/** `++` and `--`; a prefix one has the new value. */
		| {
				readonly kind: "step";
				readonly delta: 1n | -1n;
				readonly prefix: boolean;
				readonly operand: CExpression;
		  }
		| {
				readonly kind: "binary";
				readonly operator: BinaryOperator;
				readonly left: CExpression;
				readonly right: CExpression;
		  }
		| {
				readonly kind: "choose";
				readonly condition: CExpression;
				readonly then: CExpression;
				readonly otherwise: CExpression;
		  }
		/** `=`, or with an operator `+=` and its like. */
		| {
				readonly kind: "assign";
				readonly operator?: BinaryOperator;
				readonly target: CExpression;
				readonly value: CExpression;
		  }
		/** The comma operator. */
		| { readonly kind: "sequence"; readonly left: CExpression; readonly right: CExpression }
		| {
				readonly kind: "call";
				readonly callee: Name;
				readonly operands: readonly CExpression[];
				/** Of an intrinsic: the tags in braces, and the operator that stands between its operands. */
				readonly tags?: readonly Name[];
				readonly operator?: IntrinsicOperator;
				/** The macro that the test calls, of a call that its expansion has made. */
				readonly through?: string;
		  }
		/** What a macro of statements does, where an expression stands; it has no value. */
		| { readonly kind: "effects"; readonly operands: readonly CExpression[] }
		| { readonly kind: "cast"; readonly type: TypeSyntax; readonly operand: CExpression }
		| { readonly kind: "sizeofType"; readonly type: TypeSyntax }
		| { readonly kind: "sizeofValue"; readonly operand: CExpression }
	);

/** One declared variable: `int *p = q` of `int x, *p = q;`. */
export interface Declarator extends Node {
	readonly type: TypeSyntax;
	readonly name: Name;
	/** Whether it has `[...]`. */
	readonly isArray: boolean;
	readonly initializer?: CExpression;
	/** Whether the initialiser is a list in braces. */
	readonly hasList: boolean;
}

/** A statement of C. */
export type CStatement = Node &
	(
		| { readonly kind: "block"; readonly statements: readonly CStatement[] }
		| { readonly kind: "declaration"; readonly declarators: readonly Declarator[] }
		| { readonly kind: "expression"; readonly expression: CExpression }
		| {
				readonly kind: "if";
				readonly condition: CExpression;
				readonly then: CStatement;
				readonly otherwise?: CStatement;
		  }
		| { readonly kind: "while"; readonly condition: CExpression; readonly body: CStatement }
		| { readonly kind: "do"; readonly body: CStatement; readonly condition: CExpression }
		| {
				readonly kind: "for";
				readonly start: CStatement;
				readonly condition?: CExpression;
				readonly step?: CExpression;
				readonly body: CStatement;
		  }
		| { readonly kind: "switch"; readonly subject: CExpression; readonly body: CStatement }
		/** `case value:`, or without a value `default:`, and what follows it. */
		| { readonly kind: "case"; readonly value?: CExpression; readonly body: CStatement }
		| { readonly kind: "label"; readonly label: Name; readonly body: CStatement }
		| { readonly kind: "goto"; readonly label: Name }
		| { readonly kind: "break" }
		| { readonly kind: "continue" }
		| { readonly kind: "return"; readonly value?: CExpression }
		| { readonly kind: "empty" }
	);

/** `x`, `x[1]` or, where only the address is meant, `&x[1]`. */
export interface ElementSyntax extends Node {
	readonly name: Name;
	readonly index?: bigint;
}

/** A register of a process, such as `0:r1`. */
export interface RegisterSyntax extends Node {
	readonly thread: number;
	readonly name: string;
}

/** An initial value as written. */
export type InitialValue = Node &
	(
		| { readonly kind: "integer"; readonly value: bigint }
		/** `x`, `&x`, `&x[1]`; `NULL` too. */
		| { readonly kind: "address"; readonly element: ElementSyntax }
		| { readonly kind: "list"; readonly values: readonly InitialValue[] }
	);

/** One entry of the initial state. */
export type InitialEntry = Node &
	(
		| {
				readonly kind: "register";
				readonly type?: TypeSyntax;
				readonly register: RegisterSyntax;
				readonly value: InitialValue;
		  }
		| {
				readonly kind: "variable";
				/** Absent for `x = 1`. */
				readonly type?: TypeSyntax;
				readonly name: Name;
				/** `[2]` or `[]` after the name: a size if there is a type, an index if there is none. */
				readonly brackets?: { readonly number?: bigint };
				readonly value?: InitialValue;
		  }
	);

/** A parameter of a process: the shared variable's name, and its pointer type. */
export interface Parameter extends Node {
	readonly type: TypeSyntax;
	readonly name: Name;
	readonly brackets?: { readonly number?: bigint };
}

/** What all processes have. */
interface ProcessParts extends Node {
	/** The span of `P0`. */
	readonly heading: Span;
	readonly parameters: readonly Parameter[];
	readonly body: CStatement;
}

/** One process. */
export interface Process extends ProcessParts {
	readonly number: number;
	/** A constant that is the process's number. */
	readonly index?: Name;
	/** Whether a process before it has the same text. */
	readonly isRepeated?: boolean;
}

/** An end of a range of processes: integers and the operators of arithmetic. */
export type Bound = Node &
	(
		| { readonly kind: "integer"; readonly value: bigint }
		| { readonly kind: "negation"; readonly operand: Bound }
		| {
				readonly kind: "operation";
				readonly operator: "+" | "-" | "*" | "/";
				readonly left: Bound;
				readonly right: Bound;
		  }
	);

/** Processes of one text: `P[i = 1..3]`. */
export interface ProcessRange extends ProcessParts {
	readonly first: Bound;
	/** Absent where there is one process. */
	readonly last?: Bound;
	readonly index?: Name;
}

/** One process, or several, as written. */
export type WrittenProcess = Process | ProcessRange;

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

/** A test as its text has it. */
export type WrittenTest = Omit<LitmusTest, "expectation" | "processes"> & {
	readonly processes: readonly WrittenProcess[];
};

/** A whole test, with what its `Result:` comment promises. */
export interface LitmusTest {
	readonly file: SourceFile;
	readonly name: Name;
	/** The text between the quotation marks after the name. */
	readonly description?: string;
	readonly initial: readonly InitialEntry[];
	readonly processes: readonly Process[];
	readonly questions: readonly QuestionSyntax[];
	readonly expectation?: Expectation;
}

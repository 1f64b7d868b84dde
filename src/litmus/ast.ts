import type { BinaryOperator, IntegerType } from "../execution/expression.ts";
import type { Span } from "../source/span.ts";

/** What every node of the tree has: the text it was read from. */
export interface Node {
	readonly span: Span;
}

/**
 * A type as written: its words without qualifiers (`struct foo` is one word), and its stars. The rest is there
 * where the text has it.
 */
export interface TypeSyntax extends Node {
	readonly words: readonly string[];
	readonly pointers: number;
	/** Whether what the declared name stands for is `const` itself, not what it points to. */
	readonly isConst?: boolean;
	/** Whether it is declared `static`. */
	readonly isStatic?: boolean;
	/** Whether it is declared `__thread`: each thread then has its own. */
	readonly isThreadLocal?: boolean;
	/** What stands in the braces of `struct s { ... }` or `enum { ... }`. */
	readonly definition?: TypeDefinition;
	/** The operand of `typeof`. */
	readonly sameAs?: CExpression | TypeSyntax;
	/** Of a pointer to a function what that takes; all else is then the function's result. */
	readonly parameters?: readonly FunctionParameter[];
	/** Stars before the name in a pointer to a function. */
	readonly functionPointers?: number;
	/** Sizes of arrays, outermost first. */
	readonly arrays?: readonly (CExpression | undefined)[];
	/** What `__aligned` asks for. */
	readonly alignments?: readonly CExpression[];
	/** Whether a structure's members stand without gaps. */
	readonly isPacked?: boolean;
	/** The argument of `__words`: memory that is accessed in units of that type, whatever it is declared as. */
	readonly unit?: TypeSyntax;
	/** Whether `__mapped_twice` stands there: offsets behind the end lead to the beginning again. */
	readonly isMappedTwice?: boolean;
}

/** A member of a structure or union; without a name, its members are reached as the outer one's. */
export interface MemberSyntax extends Node {
	readonly type: TypeSyntax;
	readonly name?: Name;
}

/** What the braces after `struct`, `union` or `enum` hold. */
export type TypeDefinition = Node &
	(
		| { readonly kind: "record"; readonly isUnion: boolean; readonly members: readonly MemberSyntax[] }
		| {
				readonly kind: "enumeration";
				readonly enumerators: readonly { readonly name: Name; readonly value?: CExpression }[];
		  }
	);

/** A parameter of a function of C; without a name in prototypes and types. */
export interface FunctionParameter extends Node {
	readonly type: TypeSyntax;
	readonly name?: Name;
}

/** A name where it is declared or used. */
export interface Name extends Node {
	readonly name: string;
}

/** What an intrinsic does with the old value and its operand; `&~` is and-not. */
export type IntrinsicOperator = "+" | "-" | "&" | "|" | "^" | "&~";

/** An expression of C. */
export type CExpression = Node &
	/** `isLong` for one that is written as a `long`: with a single `l` behind it. */
	(
		| {
				readonly kind: "integer";
				readonly value: bigint;
				readonly type: IntegerType;
				readonly isLong?: boolean;
		  }
		/** Something that C has and tests cannot use; `what` names it. */
		| { readonly kind: "unsupported"; readonly what: "floating" | "string" | "huge" }
		| { readonly kind: "name"; readonly name: string }
		| { readonly kind: "unary"; readonly operator: "-" | "+" | "~" | "!"; readonly operand: CExpression }
		| { readonly kind: "dereference"; readonly operand: CExpression }
		| { readonly kind: "address"; readonly operand: CExpression }
		| { readonly kind: "index"; readonly array: CExpression; readonly index: CExpression }
		/** `s.a`; `p->a` is `(*p).a`. */
		| { readonly kind: "member"; readonly operand: CExpression; readonly name: Name }
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
		/** A call of what an expression, not a name, says. */
		| {
				readonly kind: "callThrough";
				readonly callee: CExpression;
				readonly operands: readonly CExpression[];
		  }
		/** `({ ... })`: its value is that of the last statement, if that is an expression. */
		| { readonly kind: "statements"; readonly statements: readonly CStatement[] }
		/** A type where a call takes one. */
		| { readonly kind: "type"; readonly type: TypeSyntax }
		/** What a macro of statements does, where an expression stands; it has no value. */
		| { readonly kind: "effects"; readonly operands: readonly CExpression[] }
		| { readonly kind: "cast"; readonly type: TypeSyntax; readonly operand: CExpression }
		| { readonly kind: "sizeofType"; readonly type: TypeSyntax }
		| { readonly kind: "sizeofValue"; readonly operand: CExpression }
	);

/** One step from an object to a part of it: `.a` or `[1]`. */
export type DesignatorSyntax =
	| { readonly kind: "member"; readonly name: Name }
	| { readonly kind: "index"; readonly index: CExpression };

/** What stands between the braces of an initialiser, in order. */
export type InitializerList = readonly {
	readonly designators: readonly DesignatorSyntax[];
	readonly value: InitializerSyntax;
}[];

/** What a declared object starts with: one value, or a list in braces. */
export type InitializerSyntax = Node &
	(
		| { readonly kind: "value"; readonly expression: CExpression }
		| { readonly kind: "list"; readonly items: InitializerList }
	);

/** One declared variable: `int *p = q` of `int x, *p = q;`. */
export interface Declarator extends Node {
	readonly type: TypeSyntax;
	readonly name: Name;
	readonly initializer?: InitializerSyntax;
}

/** A function of C; a prototype has no body. */
export interface FunctionSyntax extends Node {
	readonly kind: "function";
	readonly name: Name;
	readonly result: TypeSyntax;
	readonly parameters: readonly FunctionParameter[];
	readonly body?: CStatement;
}

/** A declaration of C outside of all bodies. */
export type External =
	| FunctionSyntax
	| (Node &
			(
				| { readonly kind: "typedef"; readonly declarators: readonly Declarator[] }
				/** Variables, or types alone: then `type` is all there is. */
				| {
						readonly kind: "variables";
						readonly type: TypeSyntax;
						readonly declarators: readonly Declarator[];
						readonly isExtern: boolean;
				  }
				| { readonly kind: "assertion"; readonly condition: CExpression }
			));

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

/** A step from a variable of the initial state or of a question to a part of it. */
export type StepSyntax =
	| { readonly kind: "index"; readonly index: bigint }
	/** `isArrow` for `->`. */
	| { readonly kind: "member"; readonly name: Name; readonly isArrow: boolean };

/** `x`, `x[1]` or, where only the address is meant, `&x[1]`. */
export interface ElementSyntax extends Node {
	readonly name: Name;
	readonly index?: bigint;
	/** All steps where there is another than one index. */
	readonly steps?: readonly StepSyntax[];
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
		| {
				readonly kind: "list";
				readonly values: readonly InitialValue[];
				/** For each value what stands before its `=`, if any value has such. */
				readonly designations?: readonly (readonly DesignatorSyntax[])[];
		  }
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
				/** The way to a member: of `s.a[1] = 2`. */
				readonly steps?: readonly StepSyntax[];
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
	/** The call that may happen at any point of the body, once. */
	readonly interruption?: CExpression & { readonly kind: "call" };
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

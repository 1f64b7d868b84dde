import type { BinaryOperator, Expression, IntegerType } from "../../execution/expression.ts";
import { isPointer, type Value } from "../../execution/value.ts";
import * as messages from "../../source/messages-litmus.ts";
import type { Span } from "../../source/span.ts";
import { constant } from "../build-expression.ts";
import { commonType, INT, isPreserved, LONG, promote } from "../c-type.ts";
import type { Report } from "../report.ts";
import { joinTypes, type PlainType } from "./plain-types.ts";

/** An expression in C, with the type that C gives it. */
export interface Printed {
	readonly text: string;
	readonly type: PlainType;
	/** Whether it needs parentheses inside another. */
	readonly isCompound?: boolean;
	/** Whether it is 0 or 1, and nothing else. */
	readonly isTruth?: boolean;
	readonly constant?: bigint;
}

/** What an expression's text needs of the thread that it stands in. */
export interface PrintingThread {
	localName(local: number): string;
	localType(local: number): PlainType;
	/** The variable at an address; undefined if there is none. */
	variableAt(address: Value): string | undefined;
	/** Makes a register of a type hold an expression, before the statement that is being printed; its name. */
	keep(type: IntegerType, text: string): string;
	readonly report: Report;
}

const COMPARISONS: ReadonlySet<BinaryOperator> = new Set(["==", "!=", "<", "<=", ">", ">="]);
const NONE: Printed = { text: "0", type: INT.type };

function sameInteger(left: IntegerType, right: IntegerType): boolean {
	return left.bits === right.bits && left.signed === right.signed;
}

/**
 * Writes expressions in the little C that plain tests have: no casts, no shifts, none of `&&`, `||`, `!`, `~` and `?:`. Each
 * text mentions all that the expression mentions, so it depends on the same reads; where C's own conversions would
 * give another value, a register of the right type holds an operand.
 */
export class ExpressionPrinter {
	readonly #thread: PrintingThread;
	#span: Span;

	constructor(thread: PrintingThread, span: Span) {
		this.#thread = thread;
		this.#span = span;
	}

	/** An expression of a statement at this place. */
	print(expression: Expression, span: Span): Printed {
		this.#span = span;
		return this.#print(expression);
	}

	/** The same, where the value is converted to a type by what it is assigned to. */
	printFor(type: PlainType, expression: Expression, span: Span): string {
		this.#span = span;
		const isImplied =
			expression.kind === "convert" && type !== "pointer" && sameInteger(expression.type, type);
		return this.#print(isImplied ? expression.operand : expression).text;
	}

	#refuse(what: string): Printed {
		this.#thread.report.add(messages.plainOperation(what, this.#span));
		return NONE;
	}

	#print(expression: Expression): Printed {
		switch (expression.kind) {
			case "constant":
				return this.#constant(expression.value);
			case "local":
				return {
					text: this.#thread.localName(expression.local),
					type: this.#thread.localType(expression.local),
				};
			case "convert":
				return this.#convert(expression.type, this.#print(expression.operand));
			case "unary": {
				const { operator, type, operand } = expression;
				const [left, right] = operator === "-" ? [constant(0n), operand] : [operand, constant(-1n)];
				if (operator === "!") return this.#against("==", this.#print(operand));
				return this.#binary(operator === "-" ? "-" : "^", type, this.#print(left), this.#print(right));
			}
			case "binary":
				return this.#operation(expression);
			case "offset": {
				const { index, pointer } = expression;
				const isNothing = index.kind === "constant" && index.value === 0n;
				return isNothing ? this.#print(pointer) : this.#refuse("arithmetic on addresses");
			}
			case "distance":
				return this.#refuse("the distance of two addresses");
			case "select":
				return this.#select(expression);
		}
	}

	#constant(value: Value): Printed {
		if (isPointer(value)) {
			const text = this.#thread.variableAt(value);
			return text === undefined
				? this.#refuse("an address that is no variable's")
				: { text, type: "pointer" };
		}
		const size = value < 0n ? -value : value;
		const type: IntegerType =
			size < 1n << 31n ? INT.type : size < 1n << 63n ? LONG.type : { bits: 64, signed: false };
		const isHuge = value >= 1n << 63n;
		return { text: isHuge ? `0x${value.toString(16)}` : String(value), type, constant: value };
	}

	#convert(type: IntegerType, operand: Printed): Printed {
		if (operand.type === "pointer") return operand;
		if (type.holdsAddress) return this.#refuse("a `long` of fewer bits");
		if (isPreserved(operand.type, type) || fits(operand, type)) return operand;
		if (type.bits === 1) return this.#truth(operand);
		return { text: this.#thread.keep(type, operand.text), type };
	}

	/** `c ? a : b` as a sum that depends on all three. */
	#select({ condition, then, otherwise }: Expression & { kind: "select" }): Printed {
		const test = this.#print(condition);
		const [a, b] = [this.#print(then), this.#print(otherwise)];
		if (a.type === "pointer" || b.type === "pointer") return this.#refuse("a choice between addresses");
		const type = commonType(promoted(joinTypes(a.type, b.type)), INT.type);
		const side = (operator: "!=" | "==", value: Printed): Printed =>
			this.#binary("*", type, this.#against(operator, test), value);
		return this.#binary("+", type, side("!=", a), side("==", b));
	}

	#operation({ operator, type, left, right }: Expression & { kind: "binary" }): Printed {
		const [a, b] = [this.#print(left), this.#print(right)];
		switch (operator) {
			case "&&":
			case "||": {
				const [x, y] = [a, b].map((one) => this.#truth(one));
				return this.#binary(operator === "&&" ? "&" : "|", INT.type, x, y);
			}
			case "<<":
				if (b.constant === undefined) return this.#refuse("a shift by something that is not constant");
				return this.#binary("*", type, a, this.#constant(1n << (b.constant % BigInt(type.bits))));
			case ">>":
				if (b.constant === undefined || type.signed) return this.#refuse("a shift to the right");
				return this.#binary("/", type, a, this.#constant(1n << (b.constant % BigInt(type.bits))));
			default:
				return this.#binary(operator, type, a, b);
		}
	}

	/** Whether a value is zero, or is not. */
	#against(operator: "==" | "!=", value: Printed): Printed {
		const type = value.type === "pointer" ? LONG.type : commonType(value.type, INT.type);
		return this.#binary(operator, type, value, this.#constant(0n));
	}

	/** Whether a value is not zero, as 0 or 1. */
	#truth(value: Printed): Printed {
		return value.isTruth ? value : this.#against("!=", value);
	}

	#binary(operator: BinaryOperator, type: IntegerType, left: Printed, right: Printed): Printed {
		const isComparison = COMPARISONS.has(operator);
		const result = isComparison ? INT.type : type;
		let [a, b] = [left, right];
		if (a.type === "pointer" || b.type === "pointer") {
			if (operator !== "==" && operator !== "!=") return this.#refuse("arithmetic on addresses");
		} else {
			if (type.holdsAddress) return this.#refuse("a `long` of fewer bits");
			const natural = commonType(a.type, b.type);
			const keeps = (one: Printed, wanted: IntegerType): boolean =>
				one.type !== "pointer" && (isPreserved(one.type, wanted) || fits(one, wanted));
			const isAlike = isComparison && [natural, type].every((wanted) => keeps(a, wanted) && keeps(b, wanted));
			if (!sameInteger(natural, promote(type)) && !isAlike) {
				a = this.#as(promote(type), a);
				b = this.#as(promote(type), b);
			}
		}
		return {
			text: `${inside(a)} ${operator} ${inside(b)}`,
			type: result,
			isCompound: true,
			isTruth: isComparison,
		};
	}

	/** The value in a register of a type. */
	#as(type: IntegerType, value: Printed): Printed {
		if (value.type !== "pointer" && sameInteger(promote(value.type), type)) return value;
		return { text: this.#thread.keep(type, value.text), type };
	}
}

/** Whether a constant is one of a type's values. */
function fits({ constant: value }: Printed, { bits, signed }: IntegerType): boolean {
	if (value === undefined) return false;
	return (signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)) === value;
}

function promoted(type: PlainType): IntegerType {
	return type === "pointer" ? LONG.type : type;
}

/** As an operand of something else. */
export function inside({ text, isCompound }: Printed): string {
	return isCompound || text.startsWith("-") ? `(${text})` : text;
}

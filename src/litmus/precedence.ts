import type { BinaryOperator } from "../execution/expression.ts";

/** How tightly each operator binds, as in C. */
const STRENGTH: Readonly<Record<BinaryOperator, number>> = {
	"||": 1,
	"&&": 2,
	"|": 3,
	"^": 4,
	"&": 5,
	"==": 6,
	"!=": 6,
	"<": 7,
	"<=": 7,
	">": 7,
	">=": 7,
	"<<": 8,
	">>": 8,
	"+": 9,
	"-": 9,
	"*": 10,
	"/": 10,
	"%": 10,
};

/** Whether a text is one of C's binary operators. */
export function isBinaryOperator(text: string): text is BinaryOperator {
	return text in STRENGTH;
}

/**
 * The tree of `operands[0] operators[0] operands[1] ...` by C's precedence; equal operators group from
 * the left. Linear in the number of operators.
 * @param join makes a node of an operator and its operands
 */
export function groupByPrecedence<T, O extends BinaryOperator>(
	operands: readonly T[],
	operators: readonly O[],
	join: (operator: O, left: T, right: T) => T,
): T {
	const values: T[] = [operands[0]];
	const waiting: O[] = [];
	const reduce = (strength: number): void => {
		let top = waiting.at(-1);
		while (top !== undefined && STRENGTH[top] >= strength) {
			waiting.pop();
			const [left, right] = values.splice(-2);
			values.push(join(top, left, right));
			top = waiting.at(-1);
		}
	};
	operators.forEach((operator, index) => {
		reduce(STRENGTH[operator]);
		waiting.push(operator);
		values.push(operands[index + 1]);
	});
	reduce(0);
	return values[0];
}

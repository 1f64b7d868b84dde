import type { Expression } from "../../src/execution/expression.ts";
import type { Instruction } from "../../src/execution/instruction.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Value } from "../../src/execution/value.ts";

/** Instructions as short lines, so that tests can pin them. */
export function printThread(program: Program, thread: number): readonly string[] {
	const { code, locals } = program.threads[thread];
	const name = (local: number): string => locals[local].name;
	return code.map((instruction) => printInstruction(program, instruction, name));
}

function printValue(program: Program, value: Value): string {
	if (typeof value === "bigint") return String(value);
	const object = program.objects[value.object];
	return value.offset === 0 ? `&${object.name}` : `&${object.name}+${value.offset}`;
}

function printExpression(program: Program, expression: Expression, name: (local: number) => string): string {
	const print = (inner: Expression): string => printExpression(program, inner, name);
	switch (expression.kind) {
		case "constant":
			return printValue(program, expression.value);
		case "local":
			return name(expression.local);
		case "unary":
			return `${expression.operator}${print(expression.operand)}`;
		case "binary":
			return `(${print(expression.left)} ${expression.operator} ${print(expression.right)})`;
		case "convert": {
			const { bits, signed } = expression.type;
			return `${signed ? "s" : "u"}${bits}(${print(expression.operand)})`;
		}
		case "offset":
			return `${print(expression.pointer)}[${print(expression.index)}*${expression.scale}]`;
		case "distance":
			return `(${print(expression.left)} -/${expression.scale} ${print(expression.right)})`;
		case "select":
			return `(${print(expression.condition)} ? ${print(expression.then)} : ${print(expression.otherwise)})`;
	}
}

function printInstruction(
	program: Program,
	instruction: Instruction,
	name: (local: number) => string,
): string {
	const print = (inner: Expression): string => printExpression(program, inner, name);
	const tags = "tags" in instruction && instruction.tags.length > 0 ? `{${instruction.tags.join()}}` : "";
	switch (instruction.kind) {
		case "assign":
			return `${name(instruction.local)} = ${print(instruction.value)}`;
		case "load":
			return `${name(instruction.local)} = load${tags} ${print(instruction.address)}`;
		case "store":
			return `store${tags} ${print(instruction.address)} = ${print(instruction.value)}`;
		case "update": {
			const when = instruction.when ? ` if ${print(instruction.when)}` : "";
			const { address, local, next, writeTags, failedTags, fences } = instruction;
			const others = [
				writeTags && ` write{${writeTags.join()}}`,
				failedTags && ` failed{${failedTags.join()}}`,
				fences && ` fences{${fences.join()}}`,
			];
			const more = others.filter((one) => one !== undefined).join("");
			return `${name(local)} = update${tags}${more} ${print(address)} = ${print(next)}${when}`;
		}
		case "fence":
			return `fence${tags}${instruction.address ? ` ${print(instruction.address)}` : ""}`;
		case "lock":
		case "unlock":
			return `${instruction.kind} ${print(instruction.address)}`;
		case "trylock":
		case "islocked":
			return `${name(instruction.local)} = ${instruction.kind} ${print(instruction.address)}`;
		case "branch": {
			const { condition, whenTrue, whenFalse, join } = instruction;
			return `if ${print(condition)} then ${whenTrue} else ${whenFalse} join ${join}`;
		}
		case "choose":
			return `${name(instruction.local)} = choose ${instruction.values}`;
		case "assume":
			return `assume ${print(instruction.condition)}`;
		case "assert":
			return `assert ${instruction.property} ${print(instruction.condition)}`;
		case "note":
			return `note ${instruction.name} ${instruction.operands.map(print).join(", ")}`;
		case "cut":
			return "cut";
		case "jump":
			return `jump ${instruction.target}`;
		case "loop":
			return `loop ${instruction.loop} live ${instruction.live.map(name).join(",")}`;
	}
}

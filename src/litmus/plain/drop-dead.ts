import type { Expression } from "../../execution/expression.ts";
import { expressionsIn } from "../../execution/expressions-in.ts";
import { localsOf } from "../../execution/locals-of.ts";
import { partsOf } from "../../execution/parts-of.ts";
import type { PlainStatement } from "./plain-statement.ts";

function use(live: Set<number>, expressions: readonly Expression[]): void {
	for (const expression of expressions) localsOf(expression, live);
}

/** Whether computing an expression may have no meaning, which ends an execution. */
function mayFail(expression: Expression): boolean {
	if (expression.kind === "distance") return true;
	if (expression.kind === "binary") {
		const { operator, right } = expression;
		if ((operator === "/" || operator === "%") && right.kind !== "constant") return true;
	}
	return partsOf(expression).some(mayFail);
}

/**
 * The statements without assignments that nobody reads, and without branches that do nothing.
 * @param live the locals whose value matters behind the statements; becomes those that matter before
 */
export function dropDead(statements: readonly PlainStatement[], live: Set<number>): PlainStatement[] {
	const kept: PlainStatement[] = [];
	for (const statement of [...statements].reverse()) {
		switch (statement.kind) {
			case "assign":
			case "point":
				if (!live.has(statement.local) && !(statement.kind === "assign" && mayFail(statement.value)))
					continue;
				live.delete(statement.local);
				if (statement.kind === "assign") use(live, [statement.value]);
				else live.add(statement.index);
				break;
			case "access": {
				const { instruction } = statement;
				if ("local" in instruction) live.delete(instruction.local);
				const used = new Set<number>();
				use(used, expressionsIn(instruction));
				// The old value, which an update's new one is computed from, is the update's own.
				if (instruction.kind === "update") used.delete(instruction.local);
				use(live, instruction.address ? [instruction.address] : []);
				for (const local of used) live.add(local);
				break;
			}
			case "if": {
				const others = new Set(live);
				const arms = [dropDead(statement.arms[0], live), dropDead(statement.arms[1], others)] as const;
				for (const local of others) live.add(local);
				if (arms.every((arm) => arm.length === 0)) continue;
				use(live, [statement.condition]);
				kept.push({ ...statement, arms });
				continue;
			}
		}
		kept.push(statement);
	}
	return kept.reverse();
}

import type { CExpression, CStatement } from "../../litmus/ast.ts";
import type { LitmusTest } from "../../litmus/test-syntax.ts";
import { expressionsOf, operandsOf, walkStatements } from "../../litmus/walk.ts";

/** The names in a body, those that it calls included. */
function namesIn(body: CStatement): ReadonlySet<string> {
	const names = new Set<string>();
	const visit = (expression: CExpression): void => {
		if (expression.kind === "name") names.add(expression.name);
		if (expression.kind === "call") names.add(expression.callee.name);
		for (const operand of operandsOf(expression)) visit(operand);
	};
	walkStatements(body, (part) => {
		for (const expression of expressionsOf(part)) visit(expression);
		return true;
	});
	return names;
}

/** The processes, `P0` and so on, whose bodies name a shared variable, themselves or in functions that they call. */
export function usersOf(variable: string, { externals, processes }: LitmusTest): readonly string[] {
	const functions = new Map<string, ReadonlySet<string>>();
	for (const external of externals) {
		if (external.kind === "function" && external.body)
			functions.set(external.name.name, namesIn(external.body));
	}
	return processes
		.filter(({ body }) => {
			const seen = new Set<string>();
			const open = [...namesIn(body)];
			for (let name = open.pop(); name !== undefined; name = open.pop()) {
				if (name === variable) return true;
				if (seen.has(name)) continue;
				seen.add(name);
				open.push(...(functions.get(name) ?? []));
			}
			return false;
		})
		.map(({ number }) => `P${number}`);
}

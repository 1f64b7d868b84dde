import type { Expression } from "../execution/expression.ts";
import * as messages from "../source/messages-litmus.ts";
import { expressionsIn } from "./liveness.ts";
import type { LocalObject, LocalObjects } from "./local-objects.ts";
import type { Report } from "./report.ts";
import type { ThreadDraft } from "./thread-draft.ts";

/** The first local whose address an expression mentions. */
function localIn(expression: Expression, objects: LocalObjects): LocalObject | undefined {
	switch (expression.kind) {
		case "constant":
			return objects.find(expression.value);
		case "local":
			return undefined;
		case "unary":
		case "convert":
			return localIn(expression.operand, objects);
		case "binary":
		case "distance":
			return localIn(expression.left, objects) ?? localIn(expression.right, objects);
		case "offset":
			return localIn(expression.pointer, objects) ?? localIn(expression.index, objects);
		case "select":
			return (
				localIn(expression.condition, objects) ??
				localIn(expression.then, objects) ??
				localIn(expression.otherwise, objects)
			);
	}
}

/** Reports the addresses of locals that are left in a thread's code: nothing but the code's writer knows them. */
export function checkEscapes(draft: ThreadDraft, objects: LocalObjects, report: Report): void {
	if (objects.isEmpty()) return;
	for (const instruction of draft.code) {
		if (instruction.kind === "label") continue;
		for (const expression of expressionsIn(instruction)) {
			const local = localIn(expression, objects);
			if (local) report.add(messages.escapingLocal(local.name, local.isAggregate, local.span));
		}
	}
}

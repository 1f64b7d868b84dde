import type { Expression } from "../execution/expression.ts";
import { expressionsIn } from "../execution/expressions-in.ts";
import { partsOf } from "../execution/parts-of.ts";
import * as messages from "../source/messages-litmus.ts";
import type { LocalObject, LocalObjects } from "./local-objects.ts";
import type { Report } from "./report.ts";
import type { ThreadDraft } from "./thread-draft.ts";

/** The first local whose address an expression mentions. */
function localIn(expression: Expression, objects: LocalObjects): LocalObject | undefined {
	if (expression.kind === "constant") return objects.find(expression.value);
	for (const part of partsOf(expression)) {
		const found = localIn(part, objects);
		if (found !== undefined) return found;
	}
	return undefined;
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

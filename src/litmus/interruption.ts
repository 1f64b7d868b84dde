import * as messages from "../source/messages-litmus.ts";
import { nearestNames } from "../source/nearest-names.ts";
import { constant, localValue } from "./build-expression.ts";
import type { Lowering } from "./lowering.ts";

/**
 * Lets a process be interrupted once, before any of its events or at its end. At each such point a choice says whether
 * it is, unless it was before; then the call's function runs there. What that does is not interrupted again.
 * @returns what is to be called at the end of the body
 */
export function allowInterruption(lowering: Lowering): () => void {
	const { process, unit, draft, report } = lowering;
	const { interruption: call } = process;
	if (call === undefined) return () => {};
	const { name, span } = call.callee;
	const definition = unit.functions.get(name);
	if (definition === undefined) {
		report.add(messages.unknownHandler(name, nearestNames(name, unit.functions.keys()), span));
		return () => {};
	}
	const done = draft.newTemporary();
	const point = (): void => {
		draft.interrupt(undefined);
		const [ask, run, end] = [draft.newLabel(), draft.newLabel(), draft.newLabel()];
		draft.branch(localValue(done), end, ask, span);
		draft.place(ask);
		const chosen = draft.newTemporary();
		draft.emit({ kind: "choose", local: chosen, values: 2, isInterruption: true, span });
		draft.branch(localValue(chosen), run, end, span);
		draft.place(run);
		draft.emit({ kind: "assign", local: done, value: constant(1n), span });
		lowering.scope.inOutermost(() => {
			const operands = call.operands.map((operand) => lowering.value(operand));
			lowering.inline(definition, operands, call, true);
		});
		draft.place(end);
		draft.interrupt(point);
	};
	draft.interrupt(point);
	return () => {
		point();
		draft.interrupt(undefined);
	};
}

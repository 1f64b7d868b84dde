import type { CExpression, CStatement } from "./ast.ts";
import type { StatementLowering } from "./statement-lowering.ts";

type Loop = CStatement & { kind: "while" | "do" | "for" };

/** Emits the body of a loop, inside which `break` and `continue` go to the given labels. */
function lowerBody(flow: StatementLowering, body: CStatement, onBreak: number, onContinue: number): void {
	flow.breaks.push(onBreak);
	flow.continues.push(onContinue);
	flow.lowering.scope.inBlock(() => flow.lower(body));
	flow.breaks.pop();
	flow.continues.pop();
}

/** `while`, and `for` after its start: test, body, step. */
function lowerTestFirst(
	flow: StatementLowering,
	condition: CExpression | undefined,
	step: CExpression | undefined,
	body: CStatement,
): void {
	const { lowering } = flow;
	const { draft } = lowering;
	const [head, enter, next, end] = [draft.newLabel(), draft.newLabel(), draft.newLabel(), draft.newLabel()];
	draft.place(head);
	if (condition) lowering.condition(condition, enter, end);
	draft.place(enter);
	lowerBody(flow, body, end, next);
	draft.place(next);
	if (step) lowering.effect(step);
	draft.jump(head);
	draft.place(end);
}

/** Emits a loop. */
export function lowerLoop(flow: StatementLowering, loop: Loop): void {
	const { lowering } = flow;
	const { draft } = lowering;
	if (loop.kind === "while") {
		lowerTestFirst(flow, loop.condition, undefined, loop.body);
		return;
	}
	if (loop.kind === "for") {
		lowering.scope.inBlock(() => {
			flow.lower(loop.start);
			lowerTestFirst(flow, loop.condition, loop.step, loop.body);
		});
		return;
	}
	const [head, next, end] = [draft.newLabel(), draft.newLabel(), draft.newLabel()];
	draft.place(head);
	lowerBody(flow, loop.body, end, next);
	draft.place(next);
	lowering.condition(loop.condition, head, end);
	draft.place(end);
}

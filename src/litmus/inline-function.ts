import * as messages from "../source/messages-litmus.ts";
import type { CExpression, CStatement } from "./ast.ts";
import { localValue } from "./build-expression.ts";
import { declareLocal } from "./declare-local.ts";
import type { Lowering } from "./lowering.ts";
import { newLowering } from "./new-lowering.ts";
import { writePlace } from "./place-access.ts";
import { Scope } from "./scope.ts";
import type { ThreadDraft } from "./thread-draft.ts";
import { convertTo } from "./typed-operation.ts";
import { AFTER_ERROR, type TypedValue } from "./typed-value.ts";
import type { FunctionDefinition } from "./unit.ts";
import { assignedNames, changedNames, expressionsOf, operandsOf, walkStatements } from "./walk.ts";

/** Instructions that a thread may have before functions are inlined no more. */
const CODE_LIMIT = 50_000;

/** What is known of a function's body, found once. */
interface BodyFacts {
	readonly assigned: ReadonlySet<string>;
	readonly changed: ReadonlySet<string>;
	/** Whether the only `return` is the last statement, so that no jump is needed. */
	readonly returnsAtEnd: boolean;
}

const known = new WeakMap<CStatement, BodyFacts>();

/** Whether statements stand in an expression, and in them perhaps a `return`. */
function containsStatements(expression: CExpression): boolean {
	return expression.kind === "statements" || operandsOf(expression).some(containsStatements);
}

function factsOf(body: CStatement): BodyFacts {
	let facts = known.get(body);
	if (facts === undefined) {
		const returns: CStatement[] = [];
		let isSimple = true;
		walkStatements(body, (statement) => {
			if (statement.kind === "return") returns.push(statement);
			isSimple &&= !expressionsOf(statement).some(containsStatements);
			return true;
		});
		const last = body.kind === "block" ? body.statements.at(-1) : undefined;
		facts = {
			assigned: assignedNames(body),
			changed: changedNames(body),
			returnsAtEnd: isSimple && returns.length === 1 && returns[0] === last,
		};
		known.set(body, facts);
	}
	return facts;
}

/** Threads whose code is too long, which is said once. */
const full = new WeakSet<ThreadDraft>();

/** Whether the function is one too many to be inlined here; then that is dealt with. */
function isTooMuch(lowering: Lowering, definition: FunctionDefinition, source: CExpression): boolean {
	const { active, draft, report, unit } = lowering;
	if (draft.code.length > CODE_LIMIT) {
		if (!full.has(draft)) report.add(messages.hugeThread(CODE_LIMIT, source.span));
		full.add(draft);
		return true;
	}
	if (active.filter((one) => one === definition).length < unit.recursion) return false;
	draft.emit({ kind: "cut", span: source.span });
	return true;
}

/** Binds the parameters; one that keeps the constant it is given is that constant. */
function bindParameters(
	lowering: Lowering,
	definition: FunctionDefinition,
	operands: readonly TypedValue[],
	source: CExpression,
): void {
	definition.parameters.forEach(({ name, type }, index) => {
		const operand = operands[index];
		if (name === undefined) return;
		const value = convertTo(type, operand);
		const isKept = value.expression.kind === "constant" && !lowering.changed.has(name.name);
		let isNew: boolean;
		if (isKept) isNew = lowering.scope.declare(name.name, { kind: "constant", value });
		else {
			const variable = declareLocal(lowering, name.name, type);
			isNew = lowering.scope.declare(name.name, { kind: "local", variable });
			writePlace(lowering, { kind: "local", variable }, operand, [], source.span);
		}
		if (!isNew) lowering.report.add(messages.duplicateParameter(name.name, name.span));
	});
}

/** The value that a `return` gives, in the function's type; undefined if there is none. */
function returned(
	lowering: Lowering,
	definition: FunctionDefinition,
	value: CExpression | undefined,
): TypedValue | undefined {
	if (value === undefined) return undefined;
	const { result } = definition;
	if (result.kind === "void") {
		lowering.effect(value);
		return undefined;
	}
	return convertTo(result, lowering.value(value));
}

/**
 * Emits what a function does, where it is called: its parameters and variables are locals of their own for each call,
 * and a `return` goes to the end. Gives its value, or undefined if it has none. Where the function is active as
 * often as recursion may be deep, what follows is cut off.
 */
export function inlineFunction(
	caller: Lowering,
	definition: FunctionDefinition,
	operands: readonly TypedValue[],
	source: CExpression,
): TypedValue | undefined {
	const { name, parameters, result, body } = definition;
	const { report, draft } = caller;
	const afterError: TypedValue | undefined =
		result.kind === "void" ? undefined : { ...AFTER_ERROR, type: result };
	if (body === undefined) {
		report.add(messages.functionWithoutBody(name.name, source.span));
		return afterError;
	}
	if (operands.length !== parameters.length) {
		const form = `${name.name}(${parameters.map((one) => one.name?.name ?? "...").join(", ")})`;
		report.add(messages.wrongArgumentCount(form, parameters.length, operands.length, source.span));
		return afterError;
	}
	if (isTooMuch(caller, definition, source)) return afterError;
	const { returnsAtEnd, assigned, changed } = factsOf(body);
	let value: TypedValue | undefined;
	const local = returnsAtEnd || result.kind === "void" ? undefined : draft.newTemporary();
	const { lowering, flow } = newLowering(
		{
			...caller,
			assigned,
			changed,
			scope: new Scope(caller.scope.outer),
			named: new Map(),
			registers: new Map(),
			active: [...caller.active, definition],
			outermost: caller.outermost ?? caller,
		},
		body,
		inlineFunction,
		(inner, expression) => {
			const given = returned(inner, definition, expression);
			if (returnsAtEnd) value = given;
			else if (given !== undefined && local !== undefined) {
				const span = expression?.span ?? source.span;
				draft.emit({ kind: "assign", local, value: given.expression, span });
			}
			return !returnsAtEnd;
		},
	);
	bindParameters(lowering, definition, operands, source);
	flow.lower(body);
	draft.place(flow.exit);
	if (result.kind === "void") return undefined;
	return local === undefined ? (value ?? afterError) : { expression: localValue(local), type: result };
}

import * as messages from "../source/messages-litmus.ts";
import type { Declarator } from "./ast.ts";
import { constant } from "./build-expression.ts";
import { type CType, INT, isScalar } from "./c-type.ts";
import { copyRecord } from "./copy-record.ts";
import { placeCells } from "./declarations/place-cells.ts";
import { completedArray, InitializerWalk } from "./declarations/walk-initializer.ts";
import { evaluateConstant } from "./evaluate-constant.ts";
import type { Lowering } from "./lowering.ts";
import { writePlace } from "./place-access.ts";
import type { LocalVariable } from "./scope.ts";
import { intConstant } from "./typed-value.ts";

/** Scalars of the largest local array or structure. */
const LIMIT = 256;

type Scalar = LocalVariable & { readonly type: CType };

/** Gives each scalar of a local array or structure its first value: what is not mentioned is 0. */
function initialise(
	lowering: Lowering,
	declarator: Declarator,
	type: CType,
	scalars: ReadonlyMap<number, Scalar>,
): void {
	const { initializer, span } = declarator;
	if (initializer === undefined) return;
	const done = new Set<number>();
	const write = (offset: number, value: ReturnType<Lowering["value"]>): void => {
		const variable = scalars.get(offset);
		if (variable) writePlace(lowering, { kind: "local", variable }, value, [], span);
		done.add(offset);
	};
	new InitializerWalk({
		report: lowering.report,
		evaluate: (expression) => evaluateConstant(lowering, expression),
		visit: (offset, _type, expression) => write(offset, lowering.value(expression)),
	}).walk(type, 0, initializer);
	for (const offset of scalars.keys()) if (!done.has(offset)) write(offset, intConstant(0n));
}

/** Declares a local array or structure: each scalar in it becomes a local of its own. */
export function declareAggregate(
	lowering: Lowering,
	declarator: Declarator,
	declared: CType & { kind: "array" | "record" },
): void {
	const { name, span, initializer } = declarator;
	const { draft, objects, report, scope } = lowering;
	const type = completedArray(declared, initializer, (one) => evaluateConstant(lowering, one));
	const { layout, overlap } = placeCells(type, false, LIMIT);
	if (overlap) report.add(messages.overlap(name.name, overlap.first, overlap.second, span));
	if (layout.cells.length > LIMIT) report.add(messages.hugeObject(name.name, LIMIT, span));
	const scalars = new Map(
		layout.cells.map(({ suffix, offset, type: own }): [number, Scalar] => {
			if (!isScalar(own)) report.add(messages.localOfType(name.name, span));
			const scalar = `${name.name}${suffix}`;
			const local = draft.newLocal(`${scalar}%${draft.locals.length}`, 0n);
			return [offset, { name: scalar, local, declared: true, type: isScalar(own) ? own : INT }];
		}),
	);
	const address = objects.add({ name: name.name, span: name.span, isAggregate: true, scalars });
	if (!scope.declare(name.name, { kind: "object", address, type })) {
		report.add(messages.duplicateLocal(name.name, name.span));
	}
	if (type.kind === "record" && initializer?.kind === "value") {
		copyRecord(lowering, constant(address), type, initializer.expression, span);
	} else initialise(lowering, declarator, type, scalars);
}

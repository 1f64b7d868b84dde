import type { Expression } from "../execution/expression.ts";
import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import type { CExpression } from "./ast.ts";
import { displaced } from "./build-expression.ts";
import { isScalar, type RecordType } from "./c-type.ts";
import { placeCells } from "./declarations/place-cells.ts";
import type { Lowering } from "./lowering.ts";
import { readPlace, writePlace } from "./place-access.ts";
import { staticType } from "./static-type.ts";

/** Scalars of the largest structure that is copied as a whole. */
const LIMIT = 256;

/** Copies a structure scalar by scalar, each read before the next one is written, in the order of their offsets. */
export function copyRecord(
	lowering: Lowering,
	target: Expression,
	type: RecordType,
	source: CExpression,
	span: Span,
): void {
	if (staticType(lowering, source) !== type) {
		lowering.report.add(messages.wholeRecord(type.name, source.span));
		return;
	}
	const place = lowering.place(source);
	if (place === undefined) return;
	const { cells } = placeCells(type, false, LIMIT).layout;
	const isSame = place.kind === "memory" && place.type === type;
	if (!isSame || cells.length > LIMIT || !cells.every((cell) => isScalar(cell.type))) {
		lowering.report.add(messages.wholeRecord(type.name, source.span));
		return;
	}
	for (const cell of cells) {
		const from = displaced(place.address, cell.offset);
		const value = readPlace(lowering, { kind: "memory", address: from, type: cell.type }, [], source.span);
		const address = displaced(target, cell.offset);
		writePlace(lowering, { kind: "memory", address, type: cell.type }, value, [], span);
	}
}

import type { Span } from "../source/span.ts";
import type { Dialect } from "./dialect.ts";
import { fileScope } from "./file-scope.ts";
import { inlineFunction } from "./inline-function.ts";
import { LocalObjects } from "./local-objects.ts";
import type { Lowering } from "./lowering.ts";
import { newLowering } from "./new-lowering.ts";
import type { Report } from "./report.ts";
import { Scope } from "./scope.ts";
import { ThreadDraft } from "./thread-draft.ts";
import { noProcess, type Unit } from "./unit.ts";

/** A lowering of no process, for the constant expressions of file scope. What it emits goes nowhere. */
export function constantLowering(unit: Unit, dialect: Dialect, report: Report, span: Span): Lowering {
	const process = noProcess(span);
	const { lowering } = newLowering(
		{
			process,
			unit,
			memory: unit.memory,
			registers: new Map(),
			assigned: new Set(),
			changed: new Set(),
			locks: new Set(),
			dialect,
			report,
			draft: new ThreadDraft(),
			objects: new LocalObjects(),
			scope: new Scope(fileScope(unit, (name, { type }) => ({ name, local: 0, declared: true, type }))),
			named: new Map(),
			// As in a function, names that nothing declares are errors.
			active: [{ name: { name: "", span }, result: { kind: "void" }, parameters: [] }],
			isInterrupt: false,
		},
		process.body,
		inlineFunction,
		() => false,
	);
	return lowering;
}

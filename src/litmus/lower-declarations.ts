import type { Value } from "../execution/value.ts";
import { constantLowering } from "./constant-lowering.ts";
import { UnitBuilder } from "./declarations/declare-unit.ts";
import type { Dialect } from "./dialect.ts";
import { evaluateConstant } from "./evaluate-constant.ts";
import { constantValue } from "./initialise-object.ts";
import { lowerInitialState } from "./lower-initial-state.ts";
import type { Lowering } from "./lowering.ts";
import type { Report } from "./report.ts";
import { staticType } from "./static-type.ts";
import type { LitmusTest } from "./test-syntax.ts";
import type { Unit } from "./unit.ts";

/** Copies of one function that may be active at a time, unless the dialect says otherwise. */
const RECURSION = 4;

/** What stands outside of the processes: types, functions and the memory they share, and preset registers by thread. */
export function lowerDeclarations(
	test: LitmusTest,
	dialect: Dialect,
	report: Report,
): { readonly unit: Unit; readonly registers: readonly ReadonlyMap<string, Value>[] } {
	const { longBits = 64, recursion = RECURSION } = dialect;
	const lowering = (): Lowering => constantLowering(builder, dialect, report, test.name.span);
	const builder: UnitBuilder = new UnitBuilder(test, report, { longBits, recursion }, () => ({
		evaluate: (expression) => evaluateConstant(lowering(), expression),
		initial: (expression, type) => constantValue(lowering(), expression, type),
		typeOf: (expression) => staticType(lowering(), expression),
	}));
	builder.declare(test.externals);
	const registers = lowerInitialState(test, builder, lowering, report);
	builder.startThreadVariables();
	builder.checkAssertions(test.externals);
	return { unit: builder, registers };
}

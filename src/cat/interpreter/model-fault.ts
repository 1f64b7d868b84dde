import type { Diagnostic } from "../../source/diagnostic.ts";

/** Thrown where a model turns out to be in error only when it is interpreted on an execution. */
export class ModelFault extends Error {
	readonly diagnostic: Diagnostic;

	constructor(diagnostic: Diagnostic) {
		super(diagnostic.message);
		this.diagnostic = diagnostic;
	}
}

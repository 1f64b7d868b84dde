import { ModelFault } from "../cat/interpreter/model-fault.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { internalFault } from "../source/messages.ts";

/**
 * What to tell of something thrown while a test was checked: the model's error where it is one, else that
 * ringlit itself failed, with the fault's kind and message, never its stack.
 *
 * @param path the test's file
 */
export function describeFault(fault: unknown, path: string): Diagnostic {
	if (fault instanceof ModelFault) return fault.diagnostic;
	return internalFault(path, String(fault).split("\n")[0]);
}

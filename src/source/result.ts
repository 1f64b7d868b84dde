import type { Diagnostic } from "./diagnostic.ts";

/**
 * What a phase that reads text returns. A success may carry warnings; a failure carries at least
 * one error and no value, so that nothing half-built goes further.
 */
export type Result<T> =
	| { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
	| { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

import { notAWholeNumber, notSeconds } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";

/** A decimal whole number of at least `least` and small enough to count with. */
export function parseWholeNumber(text: string, least: number): Result<number> {
	const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isSafeInteger(value) && value >= least) return { ok: true, value, warnings: [] };
	return { ok: false, diagnostics: [notAWholeNumber(text, least)] };
}

/** A positive decimal number of seconds, with or without a fraction. */
export function parseSeconds(text: string): Result<number> {
	const value = /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
	if (Number.isFinite(value) && value > 0) return { ok: true, value, warnings: [] };
	return { ok: false, diagnostics: [notSeconds(text)] };
}

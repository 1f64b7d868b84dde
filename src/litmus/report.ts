import type { Diagnostic } from "../source/diagnostic.ts";
import type { Result } from "../source/result.ts";

/** Collects what a phase has to say, so that one run reports all it finds. */
export class Report {
	readonly #diagnostics: Diagnostic[] = [];
	readonly #seen = new Set<string>();

	/** Adds a diagnostic, unless the same one is there already. */
	add(diagnostic: Diagnostic): void {
		const key = `${diagnostic.code} ${diagnostic.span?.start} ${diagnostic.message}`;
		if (this.#seen.has(key)) return;
		this.#seen.add(key);
		this.#diagnostics.push(diagnostic);
	}

	hasErrors(): boolean {
		return this.#diagnostics.some((diagnostic) => diagnostic.severity === "error");
	}

	/** The value with all warnings, or if there was an error everything that was said, errors first, each in the text's order. */
	result<T>(value: () => T): Result<T> {
		const start = (one: Diagnostic): number => one.span?.start ?? 0;
		const sorted = [...this.#diagnostics].sort((a, b) => start(a) - start(b));
		const errors = sorted.filter((one) => one.severity === "error");
		const warnings = sorted.filter((one) => one.severity === "warning");
		if (errors.length > 0) return { ok: false, diagnostics: [...errors, ...warnings] };
		return { ok: true, value: value(), warnings };
	}
}

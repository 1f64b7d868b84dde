import type { Diagnostic } from "../source/diagnostic.ts";
import { bothHints } from "../source/messages-litmus.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Result } from "../source/result.ts";
import type { Span } from "../source/span.ts";

/** Collects what a phase has to say, so that one run reports all it finds. */
export class Report {
	readonly #diagnostics: Diagnostic[] = [];
	readonly #seen = new Set<string>();
	/** The same without the messages. */
	readonly #places = new Set<string>();
	#isRepeating = false;
	readonly #explanations = new Map<Span, { readonly hint: () => string; readonly always: boolean }>();

	/**
	 * Gives what is said about exactly this span object a hint.
	 * @param always whether it is added to a hint that there is already
	 */
	explain(span: Span, hint: () => string, always: boolean): void {
		this.#explanations.set(span, { hint, always });
	}

	/**
	 * Runs a phase that may look once more at a text that was looked at before: then nothing of a kind that was said
	 * of a place is said of it again, even in other words.
	 */
	repeating(isRepeated: boolean, phase: () => void): void {
		const before = this.#isRepeating;
		this.#isRepeating = isRepeated;
		phase();
		this.#isRepeating = before;
	}

	/** Adds a diagnostic, unless the same one is there already. */
	add(diagnostic: Diagnostic): void {
		// What a macro makes twice is told once, where the macro is used.
		const place = diagnostic.span && originalSpan(diagnostic.span);
		const kind = `${diagnostic.code} ${place?.file.path} ${place?.start}`;
		const key = `${kind} ${diagnostic.message}`;
		if (this.#seen.has(key) || (this.#isRepeating && this.#places.has(kind))) return;
		this.#seen.add(key);
		this.#places.add(kind);
		this.#diagnostics.push(this.#explained(diagnostic));
	}

	#explained(diagnostic: Diagnostic): Diagnostic {
		const explanation = diagnostic.span && this.#explanations.get(diagnostic.span);
		if (explanation === undefined) return diagnostic;
		if (diagnostic.hint === undefined) return { ...diagnostic, hint: explanation.hint() };
		if (!explanation.always) return diagnostic;
		return { ...diagnostic, hint: bothHints(diagnostic.hint, explanation.hint()) };
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

import type { Program } from "../../src/execution/program.ts";
import { loadProgram } from "../../src/litmus/load-program.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { printThread } from "./print-code.ts";

/** The parameters that `codeOf` gives its process. */
export const PARAMETERS =
	"int *x, int *y, int **p, atomic_t *a, atomic64_t *a64, spinlock_t *l, struct srcu_struct *s, u8 *c, unsigned *u, long *w";

/** The program of a text that must load. */
export function load(text: string): Program {
	const result = loadProgram({ path: "<test>", text });
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
	return result.value;
}

/** What is said about a text: the messages of a failure, or the warnings of a success. */
export function diagnose(text: string): readonly Diagnostic[] {
	const result = loadProgram({ path: "<test>", text });
	return result.ok ? result.warnings : result.diagnostics;
}

/** A test of one process with this body. */
export function withBody(body: string, rest = ""): string {
	return `C t\n{ int arr[3] = {1, 2, 3}; }\nP0(${PARAMETERS}, int *arr)\n{\n${body}\n}\n${rest}\n`;
}

/** The instructions of such a test, printed. */
export function codeOf(body: string, rest = ""): readonly string[] {
	return printThread(load(withBody(body, rest)), 0);
}

/** The first message about such a test, with the text that it points at. */
export function complaint(body: string, rest = ""): string {
	const [first] = diagnose(withBody(body, rest));
	if (first === undefined) return "";
	const at = first.span?.file.text.slice(first.span.start, first.span.end);
	return `${first.severity} ${first.code} at ${at}`;
}

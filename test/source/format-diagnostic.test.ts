import { expect, test } from "vitest";
import { formatDiagnostic } from "../../src/source/format-diagnostic.ts";

test("names the place, shows the line and ends with the hint", () => {
	const file = { path: "dir/MP.litmus", text: "C MP\nP0(int *x) {\n\tfoo(x);\n}\n" };
	const start = file.text.indexOf("foo");
	const text = formatDiagnostic({
		code: "c",
		severity: "error",
		message: "unknown call",
		span: { file, start, end: start + 3 },
		hint: "mend it",
	});
	expect(text).toBe(
		["dir/MP.litmus:3:2: error: unknown call", "  3 |     foo(x);", "    |     ^^^", "  hint: mend it"].join(
			"\n",
		),
	);
});

test("has one line without a span and a hint", () => {
	const text = formatDiagnostic({ code: "c", severity: "warning", message: "a: no such file" });
	expect(text).toBe("warning: a: no such file");
});

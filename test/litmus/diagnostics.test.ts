import { describe, expect, test } from "vitest";
import { parseTest } from "../../src/litmus/parse-test.ts";
import { complaint, diagnose, withBody } from "./load.ts";

describe("what a body may not do", () => {
	test.each([
		["r0 = 1;", "warning litmus-undeclared-local at r0"],
		["int r0; r0 = frob(1);", "error litmus-unknown-call at frob"],
		["WRITE_ONCE(*x);", "error litmus-argument-count at WRITE_ONCE(*x)"],
		["atomic_add(a, 1);", "error litmus-not-an-address at 1"],
		["WRITE_ONCE(&x, 1);", "error litmus-address-in-primitive at &x"],
		["x = 1;", "warning litmus-parameter-set at x = 1"],
		["int r0 = 1; { int x = 2; x = 3; }", ""],
		["x = y; x = NULL;", ""],
		["smp_mb(1);", "error litmus-argument-count at smp_mb(1)"],
		["WRITE_ONCE(*q, 1);", "error litmus-undeclared at q"],
		["*x = r7;", "error litmus-undeclared at r7"],
		["spin_lock(&l);", "error litmus-address-of-parameter at &l"],
		["WRITE_ONCE(x, 1);", "error litmus-parameter-is-address at x"],
		["smp_store_release(*x, 1);", "error litmus-not-an-address at *x"],
		["int r0; WRITE_ONCE(r0, 1);", "error litmus-local-in-primitive at r0"],
		["int r0; r0 = smp_mb();", "error litmus-no-value at smp_mb()"],
		["*x = spin_lock(l);", "error litmus-no-value at spin_lock(l)"],
		["int r0; r0 + 1 = 2;", "error litmus-not-a-place at r0 + 1"],
		["3++;", "error litmus-not-a-place at 3"],
		["int r0; int *q = &r0; *q = 1;", ""],
		["int r0; *p = &r0;", "error litmus-address-of-local at &r0"],
		["int r0; xchg(&r0, 1);", "error litmus-address-of-local at &r0"],
		["int r0, r1; int *q = *x ? &r0 : &r1; *q = 1;", "error litmus-address-of-local at &r0"],
		["break;", "error litmus-jump-outside at break;"],
		["switch (1) { continue; }", "error litmus-jump-outside at continue;"],
		["goto there;", "error litmus-unknown-label at there"],
		["a: ; a: ;", "error litmus-duplicate-label at a"],
		["case 1: ;", "error litmus-case-outside at case 1: ;"],
		["switch (*x) { case 1: case 1: ; }", "error litmus-duplicate-case at 1"],
		["switch (*x) { default: ; default: ; }", "error litmus-duplicate-case at default: ;"],
		["switch (*x) { case *y: ; }", "error litmus-case-not-constant at *y"],
		["*x = 1 / 0;", "error litmus-division-by-zero at 0"],
		["int r0 = 1; r0 %= 2 - 2;", "error litmus-division-by-zero at 2 - 2"],
		["int r0; int r0;", "error litmus-duplicate-local at r0"],
		["int a[2]; a[1] = 1; *x = a[0];", ""],
		["int a[2]; a[*x] = 1;", "error litmus-address-of-local at a"],
		["int a[2]; a[2] = 1;", "error litmus-local-part at a[2] = 1"],
		["struct foo f;", "error litmus-local-type at f"],
		["foo_t f;", "error litmus-unknown-type at foo_t"],
		["*x = (foo_t *)y;", "error litmus-unknown-type at foo_t *"],
		["*x = 1.5;", "error litmus-unsupported at 1.5"],
		['*x = "text";', 'error litmus-unsupported at "text"'],
		["p->next = 1;", "error litmus-no-members at p->next"],
		["*x = 99999999999999999999;", "error litmus-bad-integer at 99999999999999999999"],
		["*x = 089;", "error litmus-bad-integer at 089"],
		["void *v = x; *v = 1;", "error litmus-void-pointer at v"],
		["*x = y;", "warning litmus-address-in-integer at *x = y"],
	])("%s", (body, expected) => {
		expect(complaint(body)).toBe(expected);
	});

	test("a pointer to a local array that moves is told why it must not", () => {
		const [first] = diagnose("C t\n{ }\nP0(int *x) { int a[2]; int *p = a; p = p + 1; *p = 1; }\n");
		expect(first).toMatchObject({
			code: "litmus-address-of-local",
			hint: expect.stringContaining("a pointer that is changed"),
		});
	});

	test("a shared variable that is another's parameter", () => {
		const [first] = diagnose("C t\n{ }\nP0(int *x) { *y = 1; }\nP1(int *y) { *y = 1; }\n");
		expect(first).toMatchObject({
			code: "litmus-not-a-parameter",
			hint: "add it: `P0(..., int *y)`; it is the variable's address",
		});
	});

	test.each([
		["C t\n{ spinlock_t m; }\nP0(int *x) { spin_lock(&m); }\n", "`P0(..., spinlock_t *m)`"],
		["C t\n{ int **q; u8 c; }\nP0(void) { *c = 1; }\n", "`P0(u8 *c)`"],
		["C t\n{ int *q = &x; }\nP0(int *x) { **q = 1; }\n", "`P0(..., int **q)`"],
	])("%j says how to add the parameter, and nothing more", (text, hint) => {
		const found = diagnose(text);
		expect(found.map(({ code }) => code)).toEqual(["litmus-not-a-parameter"]);
		expect(found[0].hint).toBe(`add it: ${hint}; it is the variable's address`);
	});

	test("all errors of a test are told, in the text's order", () => {
		const found = diagnose(
			"C t\n{ }\nP0(int *x) { foo(); }\nP1(int *x) { bar(); break; }\nexists (5:r0=1)\n",
		);
		expect(found.map(({ code }) => code)).toEqual([
			"litmus-unknown-call",
			"litmus-unknown-call",
			"litmus-jump-outside",
			"litmus-no-such-process",
		]);
	});

	test.each([
		["atomic_add(a, 1);", "write `atomic_add(v, p)`, p being the address"],
		["atomic_cmpxchg(a, 1);", "it is called as `atomic_cmpxchg(p, old, new)`"],
		["atomic_add_unless(a, 1);", "it is called as `atomic_add_unless(p, v, u)`"],
		["WRITE_ONCE(*x);", "it is called as `WRITE_ONCE(*p, v)`"],
	])("%s shows how the primitive is called", (body, hint) => {
		expect(diagnose(withBody(body))[0].hint).toBe(hint);
	});

	test("a primitive that is nearly right is named", () => {
		const [first] = diagnose("C t\n{ }\nP0(int *x) { WRITE_ONE(*x, 1); }\n");
		expect(first.hint).toBe("did you mean `WRITE_ONCE`?");
	});
});

describe("what processes may not be", () => {
	test.each([
		["P1() { }", "litmus-process-order"],
		["P0() { } P0() { }", "litmus-duplicate-process"],
		["P0(int *x, int *x) { }", "litmus-duplicate-parameter"],
		["P0(int x) { }", "litmus-parameter-not-pointer"],
		["P0(bar_t *x) { }", "litmus-unknown-type"],
		["P0(int *x) { } P1(long *x) { }", "litmus-types-differ"],
	])("%s", (processes, code) => {
		expect(diagnose(`C t\n{ }\n${processes}\n`).map((one) => one.code)).toContain(code);
	});
});

describe("syntax errors", () => {
	test.each([
		["", "the file is empty: there is no litmus test in it"],
		[" \n\n", "the file is empty: there is no litmus test in it"],
		["PPC t\n{ }\n", "expected the header `C NAME`, not `PPC`"],
		["C t\nint x;\nP0() { x = 1; }", "expected `{` or a declaration, not `P0`"],
		["C t\n{ x=1 y=2; }\nP0() { }", "expected `;` or `}`, not `y`"],
		["C t\n{ }\nP0(int *x) { *x = 1 }\n", "expected `;`, not `}`"],
		[
			"C t\n{ }\nP0(int *x) {\n\t*x = 1\n\t*x = 2;\n}\n",
			"this is neither a variable nor a location in memory",
		],
		["C t\n{ }\nP0(int *x) {\n\t*x = 1\n\tsmp_mb();\n}\n", "expected `;` after this"],
		["C t\n{ }\nP0(int *x) { smp_mb(; }\n", "expected `)`, not `;`"],
		["C t\n{ }\nP0() { }\nexists (x=1", "expected `)`, not the end of the file"],
		["C t\n{ }\nP0(int *x) { *x = ; }\n", "expected an expression, not `;`"],
		["C t\n{ }\nP0(int *x)\u00a0{ }\n", "expected `{`, not the character U+00A0"],
		["C my test\n{ }\nP0() { }\n", "expected `=`, not the end of the line"],
		["C t\n{ }\nP0() { };\n", "expected the end of the file, not `;`"],
		["C t\n{ }\nP0() { }\nexists (x ? 1)", "expected a comparison such as `=`, not `?`"],
		["C t\n{ }\nP0() { }\nexists (x=)", "expected a number, a register or a variable, not `)`"],
		["C t\n{ }\nP0() { }\nforbidden (x=1)", "expected a name in quotation marks, not `(`"],
		["C t\n{ }\nP0(int *x, y) { }\n", "expected a type, not `y`"],
		["C t\nstruct ;\n{ }\nP0() { }\n", "expected `{` or a name, not `;`"],
		["C t\n{ * }\nP0() { }\n", "expected a register or a variable, not `}`"],
		["C t\n{ int }\nP0() { }\n", "expected a type, a register or a variable, not `}`"],
		["C t\n{ }\nP0() { }\nlocations_of [x;]\n", "unexpected `_of`"],
	])("%j", (text, message) => {
		expect(diagnose(text).map((one) => one.message)).toEqual([message]);
	});

	test.each([
		["C t\n{ }\nP0(int *x) {\n\t*x = 1\n\t*x = 2;\n}\n", /a `;` may be missing/],
		["C t\n{ }\nP0(int *x) { if (1) { *x = 1; }\nP1() { }\n", /a `}` seems to be missing/],
		["C t\n{ }\nP0(int *x) { *x = 1;\nexists (x=1)", /a `}` seems to be missing/],
		["C t\n{ }\nP0(int *x) { } }\nexists (x=1)", /closes nothing/],
		["C t\n{ }\nP0(int *x) { }\nexists (x=1 and x=2)", /`and` is written/],
		["C my test\n{ }\nP0() { }\n", /no white space/],
		["C t\n{ }\nstatic void P0(int *x) { }\n", /no return type/],
		["C t\nP0(int *x) { }\n", /initial state/],
		["C t\n{ }\nP0(x) { }\n", /a parameter has a type/],
		["C t\n{ }\nP0(foo *x) { }\n", /a parameter has a type/],
		["C t\n{ }\nP0(int *x) { else *x = 1; }\n", /no `if`/],
		["C t\n{ }\nP0(int *x) { }\nexist (x=1)\n", /`exists`/],
		["C t\n{ }\nP0(int *x) { }\nexists (x=1 & x=2)\n", /`and` is written/],
		["C t\n{ }\nP0() { r0 # 1; }\n", /line of its own/],
		["C t\n{ }\nP0(int *x) { /* never closed }\n", /never closed/],
	])("%j has a hint", (text, hint) => {
		expect(diagnose(text)[0].hint).toMatch(hint);
	});
});

describe("texts that are no tests are refused at once", () => {
	const body = (text: string): string => `C t\n{ }\nP0(int *x) { ${text} }\n`;

	test.each([
		["a binary file", "C t\0{ }", "litmus-binary"],
		["a line of a megabyte", "x".repeat(1_000_000), "litmus-huge"],
		["many open brackets", "(".repeat(60_000), "litmus-too-deep"],
		["deep parentheses", body(`*x = ${"(".repeat(500)}1${")".repeat(500)};`), "litmus-too-deep"],
		["deep blocks", body(`${"{".repeat(500)}${"}".repeat(500)}`), "litmus-too-deep"],
		["a long chain of prefixes", body(`*x = ${"~".repeat(20_000)}1;`), "litmus-too-deep"],
		["a long chain of ifs", body(`${"if (1) ".repeat(5_000)};`), "litmus-too-deep"],
		["comments that never close", "/*".repeat(30_000), "litmus-syntax"],
	])("%s", (_name, text, code) => {
		const start = performance.now();
		expect(diagnose(text).map((one) => one.code)).toEqual([code]);
		expect(performance.now() - start).toBeLessThan(10_000);
	});

	test("brackets nested as deep as is allowed are read", () => {
		expect(diagnose(body(`*x = ${"(".repeat(95)}1${")".repeat(95)};`))).toEqual([]);
	});

	test.each([
		["calls", "f(", ")"],
		["indices", "a[", "]"],
		["choices", "(a ? b : ", ")"],
	])("so are %s", (_name, open, close) => {
		const text = body(`*x = ${open.repeat(95)}1${close.repeat(95)};`);
		expect(parseTest({ path: "<test>", text }).ok).toBe(true);
	});

	test("brackets in comments do not count", () => {
		expect(
			diagnose(`${body("*x = 1;")}// ${"(".repeat(500)}\n/* ${"{".repeat(500)} */ (* ${"(".repeat(500)} *)`),
		).toEqual([]);
	});
});

describe("Result: comments", () => {
	function expectation(comment: string): unknown {
		const result = parseTest({ path: "<test>", text: `C t\n\n${comment}\n\n{ }\nP0() { }\n` });
		return result.ok ? result.value.expectation : result.diagnostics.map(({ code }) => code);
	}

	test.each([
		["(* Result: Never *)", { result: "Never", race: false }],
		["(*\n * Result: Sometimes\n *)", { result: "Sometimes", race: false }],
		["/*\n * Result: Always DATARACE\n */", { result: "Always", race: true }],
		["(* Result: DEADLOCK *)", { result: "DEADLOCK", race: false }],
		["(* Result: Maybe DATARACE*)", { result: "Maybe", race: true }],
		["(* The Result: Never *)", undefined],
		["", undefined],
		["(* Result: Perhaps *)", ["litmus-result"]],
		["(* Result: *)", ["litmus-result"]],
		["(* Result: Never datarace *)", ["litmus-result"]],
	])("%j", (comment, expected) => {
		expect(expectation(comment)).toEqual(expected);
	});
});

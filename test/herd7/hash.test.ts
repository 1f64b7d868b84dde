import { expect, test } from "vitest";
import { canonicalText } from "../../src/report/canonical-text.ts";
import { testHash } from "../../src/report/test-hash.ts";

const PLAIN = `C name
{ x=1; }
P0(int *x) { int r0 = *x; (*x)++; if (r0 == 1) WRITE_ONCE(*x, r0 << 2); }
exists (0:r0=1 /\\ x=2)
`;

const SAME: Readonly<Record<string, string>> = {
	"another name": PLAIN.replace("C name", "C other-name"),
	"a description": PLAIN.replace("C name", 'C name "with {braces} and (* stars"\nHash=0\nInfo=some'),
	"comments of all kinds": PLAIN.replace("{ x", "(* one { *)\n/* two } */ { // three {\n x").replace(
		"(*x)++;",
		"(*four (and five)*) (*x)++; /* (* */",
	),
	"a comment at the end": `${PLAIN}// no line feed`,
	"a promise": PLAIN.replace("{ x", "(*\n * Result: Never\n *)\n{ x"),
	"white space": PLAIN.replaceAll(" ", "\n\t").replaceAll("C\n\t", "C "),
	"no white space": PLAIN.replace("x=1; }", "x = 1 ;}").replace(", r0 << 2", ",r0<<2"),
};

test.each(Object.keys(SAME))("%s leaves the hash as it is", (name) => {
	expect(SAME[name]).not.toBe(PLAIN);
	expect(canonicalText(SAME[name])).toBe(canonicalText(PLAIN));
	expect(testHash(SAME[name])).toBe(testHash(PLAIN));
});

const DIFFERENT: Readonly<Record<string, string>> = {
	"an initial value": PLAIN.replace("x=1", "x=2"),
	"an operator": PLAIN.replace("<<", "<"),
	"a quantifier": PLAIN.replace("exists", "forall"),
	"names that run together": PLAIN.replace("int r0", "intr0"),
	"an operator that falls apart": PLAIN.replace("++", "+ +"),
	"what is no comment": PLAIN.replace("(*x)++", "(*y)++"),
};

test.each(Object.keys(DIFFERENT))("%s changes the hash", (name) => {
	expect(testHash(DIFFERENT[name])).not.toBe(testHash(PLAIN));
});

test("is 32 hexadecimal digits, for any text", () => {
	for (const text of [PLAIN, "", "{", "/* open", "(*x", '"', "}}{{"]) {
		expect(testHash(text)).toMatch(/^[0-9a-f]{32}$/);
	}
});

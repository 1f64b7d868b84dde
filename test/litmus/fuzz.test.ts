import fc from "fast-check";
import { expect, test } from "vitest";
import { lowerTest } from "../../src/litmus/lower-test.ts";
import { parseTest } from "../../src/litmus/parse-test.ts";

const RUNS = 10_000;

/** Small tests that between them use most of the language. */
const SEEDS: readonly string[] = [
	"C a\n{ x=1; }\nP0(int *x) { int r0; r0 = READ_ONCE(*x); if (r0) WRITE_ONCE(*x, r0 + 1); }\nexists (0:r0=1 /\\ x=2)",
	'C b "d"\n{ int a[2] = {1,2}; p=&x; }\nP0(int *a, int **p) { for (int i = 0; i < 2; i++) a[i] += **p; }\nlocations [a[1]; *p]\n~exists (p=x)',
	"C c\n(* Result: Never *)\n{ spinlock_t l; }\nP0(spinlock_t *l) { again: if (!spin_trylock(l)) goto again; spin_unlock(l); }\nP1() { smp_mb(); }\nforall (true)",
	"C d\n{ }\nP0(atomic_t *a) { switch (atomic_inc_return(a)) { case 1: break; default: return; } }\nfilter (a=1)\nexists ~(a=1 \\/ a!=2)",
	"C e\n{ 0:r1=2; }\nP0(u8 *x) { do { r1--; } while (r1 && *x ? (*x)++ : -~!r1); } // end",
	"C f\n{ }\nP0(struct srcu_struct *s) { int r = srcu_read_lock(s); srcu_read_unlock(s, (int)r << 1); sizeof(long); }",
];

const TOKEN = /\w+|\s+|[^\w\s]/g;

const PIECES = [
	"(",
	")",
	"{",
	"}",
	";",
	"*",
	"&",
	"=",
	"(*",
	"*)",
	"/*",
	"0:",
	"x",
	"r0",
	"1",
	"~",
	"int ",
	"exists",
	"\n",
	"\0",
	"é",
	"\u2028",
	"if",
	"?",
	":",
	",",
	"[",
	"]",
	'"',
	"'",
	"\\/",
];

/** One change to a list of tokens. */
const mutation = fc.record({
	kind: fc.constantFrom("delete", "duplicate", "swap", "insert", "cut"),
	at: fc.nat(200),
	other: fc.nat(200),
	piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3, unit: "binary" })),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(tokens: string[], { kind, at, other, piece }: Mutation): void {
	const [i, j] = [at % (tokens.length || 1), other % (tokens.length || 1)];
	if (kind === "delete") tokens.splice(i, 1);
	else if (kind === "duplicate") tokens.splice(j, 0, tokens[i] ?? "");
	else if (kind === "swap") [tokens[i], tokens[j]] = [tokens[j] ?? "", tokens[i] ?? ""];
	else if (kind === "insert") tokens.splice(i, 0, piece);
	else tokens.splice(i, 1 + (other % 8));
}

test(`${RUNS} mutated tests all give a result, and messages that point into the text`, {
	timeout: 180_000,
}, () => {
	let accepted = 0;
	let rejected = 0;
	fc.assert(
		fc.property(
			fc.constantFrom(...SEEDS),
			fc.array(mutation, { minLength: 1, maxLength: 4 }),
			(seed, mutations) => {
				const tokens = [...(seed.match(TOKEN) ?? [])];
				for (const one of mutations) mutate(tokens, one);
				const text = tokens.join("");
				const parsed = parseTest({ path: "<mutated>", text });
				const result = parsed.ok ? lowerTest(parsed.value) : parsed;
				if (result.ok) {
					accepted++;
					return;
				}
				rejected++;
				expect(result.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
				for (const { message, span } of result.diagnostics) {
					expect(message).not.toBe("");
					if (span === undefined) continue;
					expect(span.start).toBeLessThanOrEqual(span.end);
					expect(span.end).toBeLessThanOrEqual(text.length);
					expect(span.start).toBeGreaterThanOrEqual(0);
				}
			},
		),
		{ numRuns: RUNS },
	);
	// Both ways through the front end are exercised.
	expect(accepted).toBeGreaterThan(RUNS / 50);
	expect(rejected).toBeGreaterThan(RUNS / 4);
});

import fc from "fast-check";

const { constantFrom, tuple } = fc;

/** `R =` stands for a new local, and `R` elsewhere for the last one. */
const LOCATION = constantFrom("w", "x", "y", "z");
const STEP = fc.oneof(
	tuple(LOCATION, constantFrom(1, 2)).map(([x, value]) => `WRITE_ONCE(*${x}, ${value});`),
	LOCATION.map((x) => `smp_store_release(${x}, 1);`),
	LOCATION.map((x) => `*${x} = 2;`),
	tuple(constantFrom("READ_ONCE(*X)", "smp_load_acquire(X)", "*X"), LOCATION).map(
		([read, x]) => `R = ${read.replace("X", x)};`,
	),
	LOCATION.map((x) => `R = READ_ONCE(*${x}); WRITE_ONCE(*w, R);`),
	LOCATION.map((x) => `R = xchg(${x}, 3);`),
	LOCATION.map((x) => `if (READ_ONCE(*${x})) WRITE_ONCE(*w, 1);`),
	constantFrom("smp_mb();", "smp_wmb();", "smp_rmb();"),
);

/** What threads do last: on locations that nobody accesses before that. */
const LAST = constantFrom(
	"",
	"atomic_inc(c);",
	"atomic_fetch_inc_release(c);",
	"R = atomic_fetch_inc(c);",
	"R = atomic_fetch_inc_acquire(c); WRITE_ONCE(*e, 3);",
	"R = atomic_fetch_inc(c); WRITE_ONCE(*e, R);",
	"smp_mb(); atomic_inc(c);",
	"atomic_inc(c); smp_mb(); R = READ_ONCE(*e);",
	"WRITE_ONCE(*e, 2); R = READ_ONCE(*e);",
	"R = xchg(e, 5);",
	"*e = 1;",
	"R = *e;",
);
const LOOK = constantFrom("READ_ONCE(*x)", "smp_load_acquire(x)", "*x", "READ_ONCE(*y)");
const ENDING = fc.oneof(
	tuple(LOOK, constantFrom("R", "R == 1", "R > 1"), LAST).map(
		([look, when, last]) => `R = ${look}; if (${when}) { ${last} }`,
	),
	tuple(LOOK, LAST).map(([look, last]) => `R = ${look}; ${last}`),
	tuple(LOOK, LOOK).map(([look, other]) => `R = ${look}; R = ${other};`),
	LAST,
);

const CONDITION = constantFrom(
	"exists (c=2)",
	"exists (e=1)",
	"exists (x=1)",
	"exists (1:r0=1)",
	"exists (y=1 /\\ z=2)",
	"filter (c=1) exists (x=1)",
	"locations [w; z;] exists (x=1)",
	"forall (true)",
);

/**
 * Random tests in which much is left to decide when the threads are nearly done: what their last reads read,
 * what hangs on that alone, and counters.
 */
export const arbitraryLooseEnds: fc.Arbitrary<string> = tuple(
	fc.integer({ min: 1, max: 3 }),
	fc.array(tuple(fc.array(STEP, { maxLength: 2 }), ENDING), { minLength: 2, maxLength: 3 }),
	fc.boolean(),
	CONDITION,
).map(([writes, threads, hasTwin, condition]) => {
	const steps = Array.from({ length: writes }, (_, i) => `smp_store_release(x, ${i + 1});`);
	const bodies = threads.map(([own, ending], i) => [...(i === 0 ? steps : []), ...own, ending].join(" "));
	if (hasTwin && bodies.length < 3) bodies.push(bodies[bodies.length - 1]);
	const processes = bodies.map((body, i) => {
		const parameters = "int *w, int *x, int *y, int *z, int *e, atomic_t *c";
		return `P${i}(${parameters})\n{\n\t${withLocals(body)}\n}\n`;
	});
	return `C loose-ends\n\n{ }\n\n${processes.join("\n")}\n${condition}\n`;
});

function withLocals(body: string): string {
	let count = 1;
	const text = body.replace(/\bR\b( =(?!=))?/g, (_, isNew: string | undefined) =>
		isNew === undefined ? `r${count - 1}` : `r${count++} =`,
	);
	const locals = Array.from({ length: count }, (_, i) => `int r${i} = 0;`);
	return `${locals.join(" ")} ${text}`;
}

import fc from "fast-check";

const VARIABLES = ["x", "y", "z"] as const;

/** How a thread looks at what another thread may write, and goes on if it likes what it sees. */
const guard = fc.constantFrom(
	(v: string) => [`if (*${v}) {`, "}"],
	(v: string) => [`if (*${v}) {`, "}"],
	(v: string) => [`if (READ_ONCE(*${v})) {`, "}"],
	(v: string) => [`if (smp_load_acquire(${v})) {`, "}"],
	(v: string) => [`r0 = *${v}; if (r0 == 1) {`, "}"],
	(v: string) => [`if (*${v} != 2) {`, "}"],
	(v: string) => [`r0 = cmpxchg_relaxed(${v}, 1, 2); if (r0 == 1) {`, "}"],
	(v: string) => [`r0 = cmpxchg(${v}, 1, 1); {`, "}"],
	(v: string) => [`r0 = *${v}; {`, "}"],
	(v: string) => [`p0 = *${v} ? g : h; if (*p0 == 0) {`, "}"],
	(v: string) => [`if (arr[*${v} & 1]) {`, "}"],
	(v: string) => [`if (*${v}) ; {`, "}"],
	(v: string) => [`if (*${v} == 0) return; {`, "}"],
	(v: string) => [`while (*${v} == 0) ; {`, "}"],
	(v: string) => [`do { r0 = READ_ONCE(*${v}); } while (r0 == 2); if (r0) {`, "}"],
);

/** What it then writes for the next thread to see. */
const effect = fc.constantFrom(
	(v: string) => `*${v} = 1;`,
	(v: string) => `*${v} = 1;`,
	(v: string) => `WRITE_ONCE(*${v}, 1);`,
	(v: string) => `smp_store_release(${v}, 1);`,
	(v: string) => `*${v} = r0;`,
	(v: string) => `*${v} = (r0 ^ r0) + 1;`,
	(v: string) => `r1 = xchg_relaxed(${v}, 1);`,
	(v: string) => `r1 = cmpxchg_relaxed(${v}, 0, 1);`,
	(v: string) => `p0 = r0 ? ${v} : ${v}; *p0 = 1;`,
	(v: string) => `*${v} = arr[r0 & 1];`,
	(v: string) => `arr[r0 & 1] = 1; *${v} = 1;`,
	(v: string) => `r1 = *${v}; *${v} = 2 - r1;`,
	(v: string) => `spin_lock(l); *${v} = 1; spin_unlock(l);`,
);

/**
 * A random test in which each thread waits for what the one before it in a circle writes, mostly with plain
 * accesses: the ground on which branches and addresses may justify each other.
 */
export const arbitraryCircle: fc.Arbitrary<string> = fc
	.record({
		threads: fc.array(fc.tuple(guard, effect, fc.constantFrom("", "", "", "other", "before", "fence")), {
			minLength: 1,
			maxLength: 3,
		}),
		start: fc.constantFrom("", "", "", "x = 1;", "y = 2;"),
	})
	.map(({ threads, start }) => {
		const parameters = "int *x, int *y, int *z, int *arr, spinlock_t *l, int *g, int *h";
		const processes = threads.map(([look, act, extra], thread) => {
			const from = VARIABLES[thread];
			const to = VARIABLES[(thread + 1) % threads.length];
			const [open, close] = look(from);
			const lines = [
				...(extra === "before" ? [`WRITE_ONCE(*${from}, 2);`] : []),
				open,
				...(extra === "fence" ? ["smp_mb();"] : []),
				`\t${act(to)}`,
				close,
				...(extra === "other" ? [`*${to} = 3;`] : []),
			];
			return `P${thread}(${parameters})\n{\n\tint r0 = 0;\n\tint r1 = 0;\n\tint *p0 = 0;\n\n\t${lines.join("\n\t")}\n}\n`;
		});
		const observed = threads.flatMap((_, thread) => [`${thread}:r0`, `${thread}:r1`]);
		return [
			`C circle\n\n{\n\t${start}\n\tint arr[2] = {0, 1};\n\tg = 0;\n\th = 1;\n}\n`,
			...processes,
			`locations [${["x", "y", "z", ...observed].join("; ")}]`,
			"exists (x=1)",
			"",
		].join("\n");
	});

/** How each shared name of a written test is declared. */
const PARAMETERS: ReadonlyMap<string, string> = new Map([
	["w", "int *w"],
	["x", "int *x"],
	["y", "int *y"],
	["z", "int *z"],
	["a", "atomic_t *a"],
	["l", "spinlock_t *l"],
	["m", "spinlock_t *m"],
	["s", "struct srcu_struct *s"],
]);

/**
 * The text of a litmus test with the given threads, in which `r0`, `r1`, ... are registers and the short names
 * w to z, a, l, m and s are shared: integers, an atomic, spinlocks, an SRCU domain. `Rx` and `Wx1` stand for
 * READ_ONCE(*x) and WRITE_ONCE(*x, 1); and so for the other integers.
 *
 * @param condition what `exists` asks
 */
export function writeTest(name: string, threads: readonly string[], condition: string): string {
	const bodies = threads.map((short) =>
		short.replace(/\bR([w-z])\b/g, "READ_ONCE(*$1)").replace(/\bW([w-z])(\d)\b/g, "WRITE_ONCE(*$1, $2)"),
	);
	const processes = bodies.map((body, thread) => {
		const parameters = [...PARAMETERS].filter(([shared]) => new RegExp(`\\b${shared}\\b`).test(body));
		const registers = [...new Set(body.match(/\br\d\b/g) ?? [])];
		return [
			`P${thread}(${parameters.map(([, declaration]) => declaration).join(", ")})`,
			"{",
			...registers.map((register) => `\tint ${register} = 0;`),
			`\t${body}`,
			"}",
		].join("\n");
	});
	return `C ${name}\n\n{}\n\n${processes.join("\n\n")}\n\nexists (${condition})\n`;
}

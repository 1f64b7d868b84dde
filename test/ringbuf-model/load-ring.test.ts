import { expect, test } from "vitest";
import { type Configuration, DEFAULT_CONFIGURATION } from "../../src/ringbuf-model/configuration.ts";
import { loadRing } from "../../src/ringbuf-model/load-ring.ts";
import { VARIANTS } from "../../src/ringbuf-model/variants.ts";
import { formatDiagnostic } from "../../src/source/format-diagnostic.ts";

/** What a ring may be asked for beside its variant. */
const KERNEL: Readonly<Record<string, Partial<Configuration>>> = {
	"a consumer that drains": {},
	"a consumer that polls": { consumer: "poll" },
	"a consumer that copies": { consumer: "snapshot" },
	"a query": { queries: 1, consumers: 0 },
	"an NMI": { nesting: "nmi", consumers: 0 },
	"a nested task": { nesting: "task", consumers: 0 },
	"a hostile consumer": { hostile: true, consumers: 0 },
	"narrow positions": { bits: 8, size: 32, tiny: true, start: 240n },
	"positions of 32 bits": { bits: 32, start: 0xffff_fff0n },
};

const USER: Readonly<Record<string, Partial<Configuration>>> = {
	"one who drains": {},
	"two who drain": { consumers: 2 },
	"a hostile producer": { hostile: true, producers: 0 },
};

/** Every variant and everything that may be asked for, each at least once. */
const cases = (["kernel", "user"] as const).flatMap((side) => {
	const variants = VARIANTS.filter((variant) => variant.side === side);
	const asked = Object.entries(side === "kernel" ? KERNEL : USER);
	return Array.from({ length: Math.max(variants.length, asked.length) }, (_, i) => {
		const [what, changes] = asked[i % asked.length];
		return { name: variants[i % variants.length].name, what, changes };
	});
});

test.each(cases)("$name with $what is read without a word", ({ name, changes }) => {
	const result = loadRing({ ...DEFAULT_CONFIGURATION, ...changes, variant: name });
	expect((result.ok ? result.warnings : result.diagnostics).map(formatDiagnostic)).toEqual([]);
	expect(result.ok && result.value.program.threads.every(({ code }) => code.length > 0)).toBe(true);
});

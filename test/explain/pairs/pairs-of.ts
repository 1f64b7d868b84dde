import { readFileSync } from "node:fs";
import { check } from "../../../src/checker/check.ts";
import { findPairs, type Pairs } from "../../../src/explain/pairs/find-pairs.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";

/** A test's pairs as lines: what stands there, its partners, and what the pairing prevents. */
export interface PairsInWords {
	readonly pairs: Pairs;
	/** Of what prevents something: `P0 smp_wmb() & P1 smp_rmb(): condition`, each pair once. */
	readonly lines: readonly string[];
	/** What prevents nothing. */
	readonly idle: readonly string[];
}

/**
 * The pairs of a test's text.
 * @throws Error if it does not load
 */
export async function pairsOf(text: string, model = "lkmm"): Promise<PairsInWords> {
	const loaded = loadProgram({ path: "test.litmus", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("; "));
	const cat = shippedModel(model);
	const pairs = await findPairs(loaded.value, async (program, symmetry) =>
		check(program, cat, { unroll: 4, stopWhenDecided: true, symmetry }),
	);
	const wordOf = (number: number): string => {
		const { kind, span, at } = pairs.roles[number].ordering;
		const what = span.file.text.slice(span.start, span.end).replace(/\s+/g, " ");
		const threads = [...new Set(at.map(({ thread }) => `P${thread}`))].join(" ");
		return `${threads} ${what}${kind === "dependency" ? " (dependency)" : ""}`;
	};
	const outcomeOf = (number: number): string => {
		const outcome = pairs.outcomes[number];
		return outcome.kind === "property" ? outcome.name : outcome.kind;
	};
	const lines = pairs.roles.flatMap(({ partners }, number) =>
		partners
			.filter(({ ordering }) => ordering >= number)
			.map(
				({ ordering, prevents }) =>
					`${wordOf(number)} & ${wordOf(ordering)}: ${prevents.map(outcomeOf).join(", ")}`,
			),
	);
	const idle = pairs.roles.flatMap(({ prevents }, number) => (prevents.length === 0 ? [wordOf(number)] : []));
	return { pairs, lines, idle };
}

/** The pairs of a test of the suite, by its path below `litmus/`. */
export function pairsOfFile(path: string, model?: string): Promise<PairsInWords> {
	return pairsOf(readFileSync(new URL(`../../../litmus/${path}`, import.meta.url), "utf8"), model);
}

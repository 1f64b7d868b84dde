import { readFileSync } from "node:fs";
import { z } from "zod";

const Entry = z.object({
	name: z.string(),
	family: z.string(),
	litmus: z.string(),
	quantifier: z.enum(["exists", "~exists", "forall"]),
	holds: z.boolean(),
	observation: z.string(),
	positive: z.number(),
	negative: z.number(),
	states: z.array(z.string()),
	flags: z.array(z.string()),
});

/** A random test with the reference checker's answer. */
export type OracleEntry = z.infer<typeof Entry>;

/**
 * All random tests, in the order of the file.
 * @param root the project's folder, for those who run bundled elsewhere
 */
export function readOracle(root = new URL("../../", import.meta.url)): OracleEntry[] {
	const text = readFileSync(new URL("test/oracle/lkmm-random.jsonl", root), "utf8");
	return text
		.trim()
		.split("\n")
		.map((line) => Entry.parse(JSON.parse(line)));
}

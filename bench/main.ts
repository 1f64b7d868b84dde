import { benchOracle } from "./bench-oracle.ts";
import { benchRing } from "./bench-ring.ts";
import { benchSuite } from "./bench-suite.ts";

/**
 * Prints how long checks take, each beside a baseline measured in the same run, so that figures of different
 * machines and days can be compared by their ratios.
 */
async function main(): Promise<void> {
	await benchSuite();
	benchOracle();
	benchRing();
}

await main();

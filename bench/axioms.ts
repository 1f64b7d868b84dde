import { readFileSync, writeFileSync } from "node:fs";
import { shippedModel } from "../test/oracle/shipped-model.ts";
import { axiomEffects } from "./axiom-effects.ts";
import { axiomTable } from "./axiom-table.ts";
import { oraclePrograms, suitePrograms } from "./programs.ts";

const BEGIN = "<!-- axioms: begin -->";
const END = "<!-- axioms: end -->";

/**
 * Writes into docs/models.md which verdicts change when an axiom of the kernel's model is dropped, one at a time,
 * in the suite and in the random tests of the oracle.
 */
function main(): void {
	// The bundle lies one folder below the project's.
	const root = new URL("../../", import.meta.url);
	const model = shippedModel("lkmm", root);
	const suite = suitePrograms(root);
	const oracle = oraclePrograms(root);
	const table = axiomTable(axiomEffects(model, suite), axiomEffects(model, oracle), [
		suite.length,
		oracle.length,
	]);
	const path = new URL("docs/models.md", root);
	const text = readFileSync(path, "utf8");
	const [before, rest] = text.split(BEGIN);
	const after = rest?.split(END)[1];
	if (after === undefined) throw new Error(`docs/models.md has no place for the table: ${BEGIN} ... ${END}`);
	writeFileSync(path, `${before}${BEGIN}\n${table}${END}${after}`);
	process.stdout.write(table);
}

main();

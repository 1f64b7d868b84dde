import { readdirSync, readFileSync } from "node:fs";
import type { Program } from "../src/execution/program.ts";
import { loadProgram } from "../src/litmus/load-program.ts";
import { readOracle } from "../test/oracle/read-oracle.ts";

function load(path: string, text: string): Program {
	const loaded = loadProgram({ path, text });
	if (!loaded.ok) throw new Error(`${path}: ${loaded.diagnostics.map(({ message }) => message).join("; ")}`);
	return loaded.value;
}

/** The suite's tests of the memory model itself, by name. */
export function suitePrograms(root: URL): readonly Program[] {
	const folder = new URL("litmus/lkmm/", root);
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".litmus"))
		.sort()
		.map((path) => load(path, readFileSync(new URL(path, folder), "utf8")));
}

/** The random tests of the oracle. */
export function oraclePrograms(root: URL): readonly Program[] {
	return readOracle(root).map(({ name, litmus }) => load(name, litmus));
}

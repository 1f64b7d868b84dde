import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourceFile } from "../../src/source/span.ts";

/** A litmus test of the suite, as it lies on disk. */
export interface ShippedTest {
	/** Base name without extension, which is to be the test's name. */
	readonly name: string;
	/** Path below the suite's folder, with forward slashes. */
	readonly path: string;
	readonly file: SourceFile;
}

const suite = fileURLToPath(new URL("../../litmus/", import.meta.url));

/** Every `.litmus` file of the suite, sorted by path. */
export const shippedTests: readonly ShippedTest[] = readdirSync(suite, { recursive: true, encoding: "utf8" })
	.map((path) => path.replaceAll("\\", "/"))
	.filter((path) => path.endsWith(".litmus"))
	.sort()
	.map((path) => ({
		name: basename(path, ".litmus"),
		path,
		file: { path: `litmus/${path}`, text: readFileSync(join(suite, path), "utf8") },
	}));

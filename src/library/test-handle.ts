import type { Program } from "../execution/program.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import type { Test } from "./test.ts";

/** What the checker needs of a test, kept away from those who hold it. */
export interface TestContents {
	readonly program: Program;
	/** What was written. */
	readonly file: SourceFile;
	/** Reads a text as this test was read. */
	readonly load: (file: SourceFile) => Result<Program>;
}

const contents = new WeakMap<Test, TestContents>();

/** A handle on a test. */
export function makeTest(inside: TestContents): Test {
	const { program, file } = inside;
	const test: Test = {
		name: program.name,
		path: file.path,
		quantifier: program.quantifier,
		parameters: program.settings ?? [],
		properties: (program.properties ?? []).map(({ name }) => name),
		threads: program.threads.length,
	};
	contents.set(test, inside);
	return test;
}

/**
 * What is behind a handle.
 * @throws TypeError for anything but what `makeTest` gave in this thread, a copy of it included
 */
export function contentsOf(test: Test): TestContents {
	const inside = contents.get(test);
	if (inside === undefined) throw new TypeError("not a test that loadTest gave in this thread");
	return inside;
}

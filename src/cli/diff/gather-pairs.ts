import { basename } from "node:path";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { pathMissing } from "../../source/messages.ts";
import { gitFailed, nothingToCompare, tooManySides } from "../../source/messages-cli.ts";
import type { Result } from "../../source/result.ts";
import type { Files } from "../files.ts";
import { selectTests } from "../select-tests.ts";
import { openRevision, type Revision } from "./open-revision.ts";
import { type PairedPaths, type Place, pairTests } from "./pair-tests.ts";
import type { Git } from "./run-git.ts";
import type { TestSide } from "./test-side.ts";

/** A model with the options by which it is named. */
export type NamedModelWords = Pick<TestSide, "model" | "modelWords">;

/** Two sides, one of which may lack the test. */
export interface GatheredPair {
	readonly title: string;
	readonly first?: TestSide;
	readonly second?: TestSide;
}

/** What a run compares: a pair, or on a path why there is none. */
export type Gathered = GatheredPair | { readonly title: string; readonly diagnostics: readonly Diagnostic[] };

/**
 * The pairs that a command line asks for: each test on each further model beside the first one, or as a revision has it and as it is now, or
 * two tests or folders.
 * @param range a revision, or two with two dots between
 */
export function gatherPairs(
	paths: readonly string[],
	models: readonly NamedModelWords[],
	range: string | undefined,
	files: Files,
	git: Git,
): Result<readonly Gathered[]> {
	const fine = (value: readonly Gathered[]): Result<readonly Gathered[]> => ({
		ok: true,
		value,
		warnings: [],
	});
	const [model, ...others] = models;
	if (range !== undefined && others.length > 0) return { ok: false, diagnostics: [tooManySides()] };
	if (range !== undefined) return betweenRevisions(paths, model, range, files, git);
	if (others.length > 0) return fine(betweenModels(paths, models, files));
	if (paths.length !== 2) return { ok: false, diagnostics: [nothingToCompare()] };
	const missing = paths.filter((path) => files.kind(path) === "missing");
	if (missing.length > 0) return { ok: false, diagnostics: missing.map(pathMissing) };
	const [one, other] = paths.map((path): Place => ({ path, files }));
	const isSingle = paths.every((path) => files.kind(path) !== "folder");
	const side = (path: string): TestSide => ({ label: path, path, files, ...model });
	const pairs = pairTests(one, other);
	if (pairs.length === 0) return { ok: false, diagnostics: [nothingToCompare()] };
	return fine(pairs.map((pair) => pairOf(isSingle ? model.model.name : pair.name, pair, side, side)));
}

function betweenModels(
	paths: readonly string[],
	models: readonly NamedModelWords[],
	files: Files,
): Gathered[] {
	const [first, ...others] = models;
	return selectTests(paths, files).flatMap((selection): Gathered[] => {
		const { path } = selection;
		if ("diagnostics" in selection) return [{ title: path, diagnostics: selection.diagnostics }];
		const side = (model: NamedModelWords): TestSide => ({
			label: model.model.name,
			path,
			files,
			...model,
		});
		return others.map((other) => ({ title: path, first: side(first), second: side(other) }));
	});
}

function betweenRevisions(
	paths: readonly string[],
	model: NamedModelWords,
	range: string,
	files: Files,
	git: Git,
): Result<readonly Gathered[]> {
	// Such as a variable of a build server that is not set: to compare with the last commit instead would find nothing.
	if (range === "") return { ok: false, diagnostics: [gitFailed(range, "it is empty")] };
	const [before, after] = range.split("..");
	const pairs: Gathered[] = [];
	for (const path of paths) {
		const old = openRevision(before || "HEAD", path, git);
		if (!old.ok) return old;
		const now = after === undefined ? undefined : openRevision(after || "HEAD", path, git);
		if (now?.ok === false) return now;
		const sideOf =
			(name: string, revision: Revision | undefined) =>
			(test: string): TestSide =>
				revision === undefined
					? { label: test, path: test, files, ...model }
					: {
							label: `${name}:${test}`,
							path: test,
							files: revision.files,
							...model,
							printedBy: { words: revision.printedBy(test), name: nameIn(name, test) },
						};
		const first = sideOf(before || "HEAD", old.value);
		const second = sideOf(after || "HEAD", now?.value);
		const found = pairTests({ path, files: old.value.files }, { path, files: now?.value.files ?? files });
		if (found.length === 0) pairs.push({ title: path, diagnostics: [pathMissing(path)] });
		pairs.push(...found.map((pair) => pairOf(pair.first ?? pair.second ?? pair.name, pair, first, second)));
	}
	return { ok: true, value: pairs, warnings: [] };
}

/** A file name for a test of a revision: `MP.main.litmus`. */
function nameIn(revision: string, path: string): string {
	return basename(path).replace(/(\.litmus)?$/, `.${revision.replaceAll(/[^\w.-]/g, "-")}.litmus`);
}

function pairOf(
	title: string,
	{ first, second }: PairedPaths,
	one: (path: string) => TestSide,
	other: (path: string) => TestSide,
): GatheredPair {
	return {
		title,
		...(first !== undefined && { first: one(first) }),
		...(second !== undefined && { second: other(second) }),
	};
}

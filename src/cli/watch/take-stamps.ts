import { dirname } from "node:path";
import { preprocess } from "../../litmus/preprocess/preprocess.ts";
import type { CheckCommandOptions } from "../check-options.ts";
import { type CheckPlan, settingsOf } from "../jobs/check-plan.ts";
import { readSource } from "../read-source.ts";
import { recordingFiles } from "../recording-files.ts";
import { selectTests } from "../select-tests.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";

/** What tests are made of at some moment. */
export interface Stamps {
	/** For each test's path a name of all that was read for it, models included. */
	readonly tests: ReadonlyMap<string, string>;
	/** The folders in which something must change for that to change. */
	readonly folders: readonly string[];
}

/** Reads all tests below some paths, what they include, and the models. */
export async function takeStamps(
	paths: readonly string[],
	plan: CheckPlan,
	{ set, I }: CheckCommandOptions,
	shell: Shell,
): Promise<Stamps> {
	const all = recordingFiles(shell.files);
	const asked = new Set<string>();
	const settings = await settingsOf(plan, { ...shell, files: all });
	const models = all.digest();
	const tests = new Map<string, string>();
	for (const selection of selectTests(paths, all)) {
		const { path } = selection;
		const files = recordingFiles(shell.files);
		const source = readSource(path, "a litmus test", files);
		if (source.ok && settings.ok) preprocess(source.value, surroundingsOf({ ...shell, files }, set, I));
		for (const each of files.paths()) asked.add(each);
		tests.set(path, `${models} ${files.digest()}`);
	}
	for (const each of all.paths()) asked.add(each);
	return { tests, folders: foldersOf(asked, shell) };
}

/** The folders that paths are in, or are. */
function foldersOf(paths: ReadonlySet<string>, { files }: Shell): string[] {
	const folders = new Set<string>();
	for (const path of paths) {
		if (files.kind(path) === "folder") folders.add(path);
		const parent = dirname(path);
		if (files.kind(parent) === "folder") folders.add(parent);
	}
	return [...folders].sort();
}

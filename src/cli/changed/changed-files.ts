import { execFile } from "node:child_process";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { gitFailed, unknownRevision } from "../../source/messages-gate.ts";
import type { Result } from "../../source/result.ts";
import { gitEnvironment } from "../git-environment.ts";
import { realPath } from "./real-path.ts";

/** Bytes of output: paths of some hundred thousand files. */
const MOST_OUTPUT = 2 ** 26;

/** What git printed, or the first line of what it said against it. */
type Said = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly reason: string };

/** What differs from a commit. */
export interface ChangedFiles {
	/** Whether a path, or the file that it leads to, differs, is new, or lies in a repository within this one that does. */
	has(path: string): boolean;
	/** Whether a path leads out of the repository, where git knows nothing. */
	isOutside(path: string): boolean;
}

/**
 * Files that differ, in the working tree, from the newest commit that a revision and the current commit go back to;
 * for an older commit of the same branch that is this commit itself. New files count unless git ignores them, and so do
 * all files of a submodule that is not as that commit has it.
 *
 * @param folder lies in the working tree
 */
export async function changedFiles(revision: string, folder: string): Promise<Result<ChangedFiles>> {
	const top = await git(["rev-parse", "--show-toplevel"], folder);
	if (!top.ok) return { ok: false, diagnostics: [gitFailed(top.reason)] };
	const root = realPath(top.output.replace(/\r?\n$/, ""));
	const commit = await git(
		["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
		root,
	);
	const base = commit.ok ? await git(["merge-base", commit.output.trim(), "HEAD"], root) : commit;
	if (!base.ok) return { ok: false, diagnostics: [unknownRevision(revision)] };
	const differing = await git(
		["diff", "--name-only", "--no-renames", "--ignore-submodules=none", "-z", base.output.trim(), "--"],
		root,
	);
	// A repository within this one that it knows nothing of is listed as a folder, with a slash at the end.
	const added = await git(["ls-files", "--others", "--exclude-standard", "-z"], root);
	for (const said of [differing, added])
		if (!said.ok) return { ok: false, diagnostics: [gitFailed(said.reason)] };
	const names = [differing, added].flatMap((said) => (said.ok ? said.output.split("\0") : []));
	const changed = new Set(names.filter((name) => name !== "").map((name) => resolve(root, name)));
	const isWithin = (path: string): boolean => {
		for (let at = path; isBelow(root, at); at = dirname(at)) if (changed.has(at)) return true;
		return false;
	};
	const value: ChangedFiles = {
		// A link is changed where it is new, whatever it leads to.
		has: (path) =>
			isWithin(realPath(path)) || isWithin(join(realPath(dirname(resolve(path))), basename(path))),
		isOutside: (path) => !isBelow(root, realPath(path)),
	};
	return { ok: true, value, warnings: [] };
}

/** Whether a path lies in a folder, somewhere; both absolute and without links. */
function isBelow(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function git(words: readonly string[], folder: string): Promise<Said> {
	return new Promise((resolve) => {
		const options = { cwd: folder, maxBuffer: MOST_OUTPUT, env: gitEnvironment(process.env) };
		execFile("git", [...words], options, (error, output, complaint) => {
			if (error === null) resolve({ ok: true, output });
			else resolve({ ok: false, reason: (complaint || error.message).trim().split("\n")[0] });
		});
	});
}

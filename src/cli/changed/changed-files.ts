import { execFile } from "node:child_process";
import { join } from "node:path";
import { gitFailed, unknownRevision } from "../../source/messages-gate.ts";
import type { Result } from "../../source/result.ts";
import { realPath } from "./real-path.ts";

/** Bytes of output: paths of some hundred thousand files. */
const MOST_OUTPUT = 2 ** 26;

/** What git printed, or the first line of what it said against it. */
type Said = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly reason: string };

/**
 * Files that differ, in the working tree, from the newest commit that a revision and the current commit go back to;
 * for an older commit of the same branch that is this commit itself. New files count unless git ignores them.
 *
 * @param folder lies in the working tree
 * @returns absolute paths without links, those of deleted files included
 */
export async function changedFiles(revision: string, folder: string): Promise<Result<ReadonlySet<string>>> {
	const top = await git(["rev-parse", "--show-toplevel"], folder);
	if (!top.ok) return { ok: false, diagnostics: [gitFailed(top.reason)] };
	const root = realPath(top.output.replace(/\r?\n$/, ""));
	const commit = await git(
		["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
		root,
	);
	const base = commit.ok ? await git(["merge-base", commit.output.trim(), "HEAD"], root) : commit;
	if (!base.ok) return { ok: false, diagnostics: [unknownRevision(revision)] };
	const differing = await git(["diff", "--name-only", "--no-renames", "-z", base.output.trim(), "--"], root);
	const added = await git(["ls-files", "--others", "--exclude-standard", "-z"], root);
	for (const said of [differing, added])
		if (!said.ok) return { ok: false, diagnostics: [gitFailed(said.reason)] };
	const names = [differing, added].flatMap((said) => (said.ok ? said.output.split("\0") : []));
	const paths = names.filter((name) => name !== "").map((name) => join(root, name));
	return { ok: true, value: new Set(paths), warnings: [] };
}

function git(words: readonly string[], folder: string): Promise<Said> {
	return new Promise((resolve) => {
		execFile("git", [...words], { cwd: folder, maxBuffer: MOST_OUTPUT }, (error, output, complaint) => {
			if (error === null) resolve({ ok: true, output });
			else resolve({ ok: false, reason: (complaint || error.message).trim().split("\n")[0] });
		});
	});
}

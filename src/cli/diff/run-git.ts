import { spawnSync } from "node:child_process";
import { gitEnvironment } from "../git-environment.ts";

/** What git printed, or in a line why it failed. */
export type GitAnswer =
	| { readonly ok: true; readonly bytes: Uint8Array }
	| { readonly ok: false; readonly reason: string };

/** Runs git in a folder. */
export type Git = (folder: string, words: readonly string[]) => GitAnswer;

const MOST_BYTES = 2 ** 28;

/** The git of the system. It is given words, never a line for a shell, and asks nothing. */
export const runGit: Git = (folder, words) => {
	const { status, stdout, stderr, error } = spawnSync("git", ["-C", folder, ...words], {
		maxBuffer: MOST_BYTES,
		env: { ...gitEnvironment(process.env), GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
	});
	if (error !== undefined) return { ok: false, reason: error.message };
	if (status === 0) return { ok: true, bytes: stdout };
	return { ok: false, reason: stderr.toString().trim().split("\n")[0] || `exit code ${status}` };
};

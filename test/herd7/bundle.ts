import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A build of the command for one test file. */
export interface Bundle {
	readonly command: string;
	/** A folder in which the command is called `herd7`. */
	readonly path: string;
	/** A folder for what the tests write. */
	readonly scratch: string;
	remove(): void;
}

/** Builds below the package, so that the bundle finds the shipped models as it does in `dist/`. */
export function buildBundle(name: string): Bundle {
	const folder = join(ROOT, "node_modules/.cache", `ringlit-herd7-${name}`);
	const command = join(folder, "dist/ringlit-herd7.js");
	const path = join(folder, "bin");
	const scratch = join(folder, "scratch");
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(path, { recursive: true });
	mkdirSync(scratch);
	execFileSync(process.execPath, [join(ROOT, "build.mjs"), join(folder, "dist")], { cwd: ROOT });
	symlinkSync(command, join(path, "herd7"));
	return { command, path, scratch, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

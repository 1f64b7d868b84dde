import { realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** An absolute path without links in it, as far as the path leads to something; the rest stays as it is. */
export function realPath(path: string): string {
	const absolute = resolve(path);
	try {
		return realpathSync(absolute);
	} catch {
		const folder = dirname(absolute);
		return folder === absolute ? absolute : join(realPath(folder), basename(absolute));
	}
}

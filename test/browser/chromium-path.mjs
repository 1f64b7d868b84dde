import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The Chromium that pages are tested with: the one that CHROMIUM names, else the first on the path; undefined if there is none. */
export function chromiumPath() {
	const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
	const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [process.env.CHROMIUM, ...candidates].find((path) => path && isExecutable(path));
}

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

import { fileURLToPath } from "node:url";

/** The path of a document: that of its file, or the URI itself where it has none. */
export function pathOfUri(uri: string): string {
	if (!uri.startsWith("file:")) return uri;
	try {
		return fileURLToPath(uri);
	} catch {
		// A file of another host has no path here.
		return uri;
	}
}

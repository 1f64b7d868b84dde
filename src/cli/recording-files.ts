import { createHash } from "node:crypto";
import type { Files } from "./files.ts";

/** A file system that remembers what was asked of it. */
export interface RecordingFiles extends Files {
	/** Each path that was looked for, whether there was something or not, and each folder that was listed. */
	paths(): ReadonlySet<string>;
	/** Names all bytes that were read, by path, whatever the order. 64 hexadecimal digits. */
	digest(): string;
}

/** Passes everything on to other files, and remembers it. Costs a digest of each file that is read. */
export function recordingFiles(files: Files): RecordingFiles {
	const asked = new Set<string>();
	const read = new Map<string, string>();
	return {
		kind(path) {
			asked.add(path);
			return files.kind(path);
		},
		list(folder) {
			asked.add(folder);
			return files.list(folder);
		},
		read(path, limit) {
			asked.add(path);
			const bytes = files.read(path, limit);
			const found = bytes.ok ? createHash("sha256").update(bytes.value).digest("hex") : "";
			// A file that reads differently the second time is both.
			read.set(path, read.has(path) && read.get(path) !== found ? `${read.get(path)} ${found}` : found);
			return bytes;
		},
		write: (path, text) => files.write(path, text),
		paths: () => asked,
		digest() {
			const facts = [...read].sort(([one], [other]) => (one < other ? -1 : 1));
			return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
		},
	};
}

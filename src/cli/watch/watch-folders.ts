import { type FSWatcher, watch } from "node:fs";

/** Watches folders of the real file system, not what is below them. One that cannot be watched, or goes away, is left out. */
export function watchFolders(folders: readonly string[], onChange: () => void): () => void {
	const watchers: FSWatcher[] = [];
	for (const folder of folders) {
		try {
			const watcher = watch(folder, onChange);
			watcher.on("error", onChange);
			watchers.push(watcher);
		} catch {
			// Others may still tell.
		}
	}
	return () => {
		for (const watcher of watchers) watcher.close();
	};
}

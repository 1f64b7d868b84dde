// Makes sure that there is a Chromium for the tests of pages: one that is named by CHROMIUM or on the path, else Debian's,
// which is installed where that can be done. Ends with 1 and says what to do where it cannot.

import { spawnSync } from "node:child_process";
import { chromiumPath } from "./chromium-path.mjs";

if (chromiumPath() === undefined && process.getuid?.() === 0 && run("apt-get", "--version")) {
	console.log("installing chromium");
	run("apt-get", "-q", "update");
	run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium");
}
if (chromiumPath() === undefined) {
	console.error(
		"The tests of pages need Chromium, and there is none. Install it (Debian: apt-get install chromium) or name one: CHROMIUM=/path/to/chromium npm run test:browser",
	);
	process.exit(1);
}

/** Whether a command could be run, and ended well. Nothing that it asks is answered. */
function run(command, ...args) {
	const { status } = spawnSync(command, args, {
		stdio: ["ignore", "ignore", "inherit"],
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		timeout: 600_000,
	});
	return status === 0;
}

import { defineConfig } from "vitest/config";
import { plugins } from "./vitest.plugins.ts";

export default defineConfig({
	plugins,
	// Stands for the name that a build gets, so that tests can keep models where they ask for it.
	define: { RINGLIT_BUILD: JSON.stringify("tests") },
	test: {
		// No test leaves anything in a home folder, or finds something there.
		env: { RINGLIT_CACHE: "off" },
		include: ["test/**/*.test.ts"],
		// Those need a browser: `npm run test:browser`.
		exclude: ["test/browser/**"],
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});

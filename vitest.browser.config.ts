import { defineConfig } from "vitest/config";
import { plugins } from "./vitest.plugins.ts";

export default defineConfig({
	plugins,
	define: { RINGLIT_BUILD: JSON.stringify("tests") },
	test: {
		env: { RINGLIT_CACHE: "off" },
		include: ["test/browser/**/*.test.ts"],
		// One browser at a time is enough for a small machine.
		fileParallelism: false,
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
});

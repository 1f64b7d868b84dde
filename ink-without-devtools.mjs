/**
 * A plugin for esbuild that leaves out what connects ink with React's developer tools: it would be loaded where `DEV=true` is in the environment, and needs a
 * package that is not installed.
 */
export const inkWithoutDevtools = {
	name: "ink-without-devtools",
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: "" }));
	},
};

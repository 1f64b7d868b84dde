/** Options without a value. */
export const FLAGS: readonly string[] = ["version", "help", "q", "v", "gv", "evince"];

/** Options with a value that the command line alone has. */
export const COMMAND_LINE_KEYS: readonly string[] = ["conf", "I", "o"];

/** What options and configuration files set, by the same names. */
export const SETTING_KEYS = [
	...["model", "cat", "bell", "macros", "variant", "unroll"],
	...["timeout", "speedcheck", "show", "exit"],
] as const;

/**
 * What only pictures of executions depend on, and how output is dressed up: there are no pictures here, so
 * these are accepted, from the command line with a value each, and mean nothing.
 */
export const IGNORED_KEYS: readonly string[] = [
	...["arrowsize", "boxscale", "brackets", "classes", "dotcom", "dotmode", "doshow", "dsiy", "edgeattr"],
	...["edgedelta", "edgefontsizedelta", "edgemerge", "edgesattr", "edgelabelattr", "extrachars"],
	...["finaldotpos", "fixedsize", "fontname", "fontsize", "graph", "hexa", "initdotpos", "initpos"],
	...["labelbox", "labelinit", "margin", "mono", "movelabel", "noid", "nodes", "oneinit", "overlap"],
	...["pad", "penwidth", "ptscale", "relabel", "scale", "sep", "shift", "showevents", "showfinalrf"],
	...["showfr", "showinitrf", "showinitwrites", "showkind", "showlegend", "showobserved", "showpo"],
	...["showpoloc", "showthread", "siwidth", "splines", "squished", "suffix", "symetric", "symmetric"],
	...["texmacros", "threadposy", "tikz", "unshow", "view", "withbox", "xscale", "yscale"],
];

import { isAbsolute, join } from "node:path";

/** What users call the variable's value that turns the cache off. */
const OFF: readonly string[] = ["off", "0"];

/**
 * The folder for what is kept between runs: `RINGLIT_CACHE`, else a folder of ringlit's own where the XDG Base
 * Directory Specification has caches, whose rule it is that relative paths do not count.
 *
 * @returns undefined if the cache is turned off or there is no place for it
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
	const { RINGLIT_CACHE: own = "", XDG_CACHE_HOME: shared = "", HOME: home = "" } = environment;
	if (OFF.includes(own.toLowerCase())) return undefined;
	if (own !== "") return own;
	if (isAbsolute(shared)) return join(shared, "ringlit");
	return isAbsolute(home) ? join(home, ".cache", "ringlit") : undefined;
}

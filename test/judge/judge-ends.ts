import type { Program } from "../../src/execution/program.ts";
import type { Path } from "./path.ts";

/** For each thread the paths that an execution may be made of. */
export function possiblePaths(
	{ properties = [] }: Program,
	paths: readonly (readonly Path[])[],
): readonly (readonly Path[])[] {
	const asks = properties.some(({ kind }) => kind === "hang" || kind === "undefined");
	return paths.map((ofThread) =>
		ofThread.filter(({ end }) => end !== "dropped" && (asks || (end !== "idle" && end !== "waiting"))),
	);
}

/**
 * What an execution of these paths, one a thread, is: complete, one that reaches a bound, one in which a thread breaks,
 * or none.
 */
export function endOf(choice: readonly Path[]): "complete" | "cut" | "broken" | "none" {
	const ends = choice.map(({ end }) => end);
	const odd = ends.find((end) => end === "bound" || end === "undefined");
	const waits = ends.some((end) => end === "idle" || end === "waiting");
	if (odd === "bound") return waits && !isBroken(choice) ? "none" : "cut";
	if (isBroken(choice)) return "broken";
	if (waits) return "none";
	return isMeaningless(choice) ? "broken" : "complete";
}

function isBroken(choice: readonly Path[]): boolean {
	return choice.some(({ end }) => end === "undefined" || end === "hang");
}

/** Whether C gives something that these paths do no meaning. */
export function isMeaningless(choice: readonly Path[]): boolean {
	return choice.some(
		({ end, claims, meaninglessAssumptions }) =>
			end === "undefined" || meaninglessAssumptions > 0 || claims.some((claim) => claim.isMeaningless),
	);
}

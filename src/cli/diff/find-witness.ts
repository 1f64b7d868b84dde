import type { Model } from "../../cat/model.ts";
import type { CheckOptions } from "../../checker/options.ts";
import type { Program } from "../../execution/program.ts";
import { formatReplay } from "../../explain/replay-string.ts";
import { SmallestWitness, type Wanted } from "../../explain/smallest-witness.ts";
import type { Shell } from "../shell.ts";

/** An execution, and the string that brings it back. */
export interface FoundWitness {
	readonly state: string;
	/** How a property happens in it, where it says so. */
	readonly detail?: string;
	readonly replay: string;
}

/** Milliseconds of searching after which signals are looked at. */
const SLICE = 50;

/**
 * The smallest execution that shows something, of those found in time.
 * @param identity what a replay string is to be of
 */
export async function findWitness(
	program: Program,
	model: Model,
	wanted: Wanted,
	options: CheckOptions,
	identity: string,
	shell: Pick<Shell, "pause" | "isInterrupted">,
): Promise<FoundWitness | undefined> {
	const search = new SmallestWitness(program, model, wanted, options);
	while (!search.advance(SLICE)) {
		await shell.pause();
		if (shell.isInterrupted()) break;
	}
	const { witness, isSymmetric } = search.found();
	if (witness === undefined) return undefined;
	const { path, state } = witness.execution;
	return {
		state,
		...(witness.detail !== undefined && { detail: witness.detail }),
		replay: formatReplay({ path, unroll: options.unroll, symmetry: isSymmetric }, identity),
	};
}

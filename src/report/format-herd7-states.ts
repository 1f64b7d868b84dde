import type { Program } from "../execution/program.ts";
import { herd7Label } from "./herd7-label.ts";

/**
 * The final states as herd7 prints them: one line each, `1:r0=0; [x]=1;`, sorted by their text.
 *
 * @param states as verdicts have them: the program's observed values in their order, with `; ` between
 */
export function formatHerd7States(program: Program, states: readonly string[]): string[] {
	const labels = program.observed.map(({ label, term }) => ({ label, shown: herd7Label(label, term) }));
	const formatState = (state: string): string => {
		const parts = state === "" ? [] : state.split("; ");
		return parts
			.map((part, index) => `${labels[index].shown}${part.slice(labels[index].label.length)};`)
			.join(" ");
	};
	return states.map(formatState).sort();
}

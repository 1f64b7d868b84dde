import type { Reason, ReasonEdge } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";

/** A reason in lines of any length. */
export function reasonWords(story: Story, reason: Reason): string[] {
	const at = (step: number): string => (step === 0 ? "the initial write" : `step ${step}`);
	const edge = ({ from, to, names }: ReasonEdge): string =>
		`  ${at(from)} comes before ${at(to)}: ${names.join(" > ")}`;
	switch (reason.kind) {
		case "cycle":
			return reason.cycles.flatMap(({ axiom, edges }) => [`Axiom ${axiom}:`, ...edges.map(edge)]);
		case "race":
			return [`Nothing orders ${at(reason.first)} and ${at(reason.second)}.`];
		case "waits":
			return reason.waits.map(({ thread, cell, what }) => {
				const name = story.cells[cell].name;
				return `${story.threads[thread].name} waits for ${what === "lock" ? `the lock ${name}` : `another value of ${name}`}.`;
			});
	}
}

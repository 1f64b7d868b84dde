import type { Cycle } from "../../execution/story/reason.ts";

/** What is wrong with the steps of a cycle, a sentence without a full stop. */
export function sayAxiom({ axiom, test, edges }: Cycle): string {
	const relation = edges[0]?.names[0];
	const what = relation === undefined || relation === axiom ? axiom : `${axiom} (${relation})`;
	switch (test) {
		case "acyclic":
			return `${what} must have no cycle, but these steps form one`;
		case "irreflexive":
			return `${what} must lead no step back to itself, but here it does`;
		case "empty":
			return `${what} must hold for no steps, but it holds for these`;
	}
}

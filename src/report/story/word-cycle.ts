import type { Cycle, ReasonEdge } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { axiomMeaning } from "./axiom-meaning.ts";
import { hopsOf } from "./hop.ts";
import { nameStep } from "./name-step.ts";
import { relationMeaning } from "./relation-meaning.ts";
import { wordHop } from "./word-hop.ts";

/**
 * What an axiom forbids here: what the axiom demands, each edge down to what the execution itself relates, and what follows. A line a
 * statement, of any length; what belongs to the line above is indented.
 */
export function wordCycle(story: Story, { axiom, test, edges }: Cycle): string[] {
	const meaning = axiomMeaning(axiom);
	const demand = meaning === undefined ? "" : ` It says that ${meaning}.`;
	const lines = [`The axiom "${axiom}" of ${story.model} forbids this.${demand}`];
	const [first] = edges;
	if (first === undefined) return lines;
	lines.push(test === "empty" ? "Yet here:" : "Here these would go in a circle:");
	for (const edge of edges) lines.push(...edgeLines(story, edge));
	if (test !== "empty") {
		const name = nameStep(story, first.from, first.to);
		lines.push(`So ${name} would have to come before itself.`);
	}
	return lines;
}

/** An edge: one statement, or what the model's relation stands for and, below it, what that is made of. */
function edgeLines(story: Story, edge: ReasonEdge, indent = "  "): string[] {
	const { from, to, parts, via = [] } = edge;
	const hops = hopsOf(story, parts);
	const name = nameOf(edge);
	const arrow = `${indent}${from} -> ${to}`;
	if (hops.length === 0) return from === to ? [] : [`${arrow}: ${name === "" ? "related" : name}`];
	if (hops.length === 1) {
		const { text, name: own } = wordHop(story, hops[0]);
		// The model's own name tells more than `po`, unless it is that of all that the axiom is about, and less than `rfe`.
		const tellsMore = own === "" || (own === "po" && edge.names.length > 1);
		return [`${arrow}: ${text}${inParentheses(tellsMore ? name || own : own)}`];
	}
	const meaning = relationMeaning(name);
	const head = meaning === undefined ? name : `${meaning} (${name})`;
	const deeper = `${indent}    `;
	const inner =
		via.length > 0
			? via.flatMap((part) => edgeLines(story, part, deeper))
			: hops.map((hop) => {
					const { text, name: own } = wordHop(story, hop);
					return `${deeper}${hop.from} -> ${hop.to}: ${text}${inParentheses(own)}`;
				});
	return [`${arrow}: ${head === "" ? "" : `${head}, `}since`, ...inner];
}

function nameOf({ names, isInverse = false }: ReasonEdge): string {
	const name = names.at(-1) ?? "";
	return isInverse && name !== "" ? `${name}^-1` : name;
}

function inParentheses(name: string): string {
	return name === "" ? "" : ` (${name})`;
}

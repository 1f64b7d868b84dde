import type { Axiom, ModelNode } from "../../cat/model.ts";
import { operandsOf } from "./operands.ts";

/**
 * How a node behaves where the events fall into two parts, such that program order and dependencies lead from the first
 * part into the second but never back, and reads-from, coherence, locations and read-modify-writes stay in one part.
 */
interface Behaviour {
	/** What it says of the events of one part is what it says if there are no others. */
	readonly own: boolean;
	/** No pair leads from the second part into the first, or from the first into the second. */
	readonly noneBack: boolean;
	readonly noneOn: boolean;
}

const INSIDE: Behaviour = { own: true, noneBack: true, noneOn: true };
const ONWARD: Behaviour = { own: true, noneBack: true, noneOn: false };
const ANYWHERE: Behaviour = { own: true, noneBack: false, noneOn: false };
const UNKNOWN: Behaviour = { own: false, noneBack: false, noneOn: false };

const BASES: ReadonlyMap<string, Behaviour> = new Map([
	...["po", "addr", "data", "ctrl"].map((name) => [name, ONWARD] as const),
	...["rf", "co", "loc", "rmw", "id"].map((name) => [name, INSIDE] as const),
	...["int", "ext"].map((name) => [name, ANYWHERE] as const),
]);

/**
 * Whether these conditions can be judged part by part, if events fall into two parts of which the second comes last in
 * every thread and has its locations for itself: they hold of the whole exactly if they hold of either part alone.
 */
export function isSeparable(axioms: readonly Axiom[]): boolean {
	const known = new Map<ModelNode, Behaviour>();
	const look = (node: ModelNode): Behaviour => {
		let found = known.get(node);
		if (found === undefined) {
			found = node.op === "recursive" ? UNKNOWN : behaviourOf(node, operandsOf(node).map(look));
			known.set(node, found);
		}
		return found;
	};
	return axioms.every(({ test, node }) => {
		const { own, noneBack, noneOn } = look(node);
		// A cycle stays in one part if there is no way back from the other.
		if (test === "acyclic") return own && (noneBack || noneOn);
		return own && (test === "irreflexive" || node.sort === "set" || (noneBack && noneOn));
	});
}

function behaviourOf(node: ModelNode, parts: readonly Behaviour[]): Behaviour {
	const own = parts.every((part) => part.own);
	const noneBack = parts.every((part) => part.noneBack);
	const noneOn = parts.every((part) => part.noneOn);
	switch (node.op) {
		case "base":
			return node.sort === "set" ? INSIDE : (BASES.get(node.name) ?? UNKNOWN);
		case "empty":
			return INSIDE;
		case "sequence":
			// Two steps over the other part lead back only if there is a way there and a way back.
			return { own: own && (noneBack || noneOn), noneBack, noneOn };
		case "plus":
		case "star":
			return { own: own && (noneBack || noneOn), noneBack, noneOn };
		case "union":
		case "optional":
			return { own, noneBack, noneOn };
		case "identity":
			return { own, noneBack: true, noneOn: true };
		case "intersection":
			return {
				own,
				noneBack: parts.some((part) => part.noneBack),
				noneOn: parts.some((part) => part.noneOn),
			};
		case "difference":
			return { own, noneBack: parts[0].noneBack, noneOn: parts[0].noneOn };
		case "inverse":
			return { own, noneBack: noneOn, noneOn: noneBack };
		case "domain":
		case "range":
			return own && noneBack && noneOn ? INSIDE : UNKNOWN;
		case "product":
		case "complement":
			return node.sort === "set" ? { ...INSIDE, own } : { ...ANYWHERE, own };
		case "recursive":
			return UNKNOWN;
	}
}

import type { ModelNode } from "../../cat/model.ts";
import { composeInto } from "../../relation/compose.ts";
import type { EventSet } from "../../relation/event-set.ts";
import type { Relation } from "../../relation/relation.ts";
import type { Registers, Step } from "./registers.ts";

/** One operand of a composition, with what it takes to apply it. */
type Link =
	| { readonly kind: "restrict"; readonly set: EventSet }
	/** `reflexive`: the identity is part of it, so that what was there stays. */
	| { readonly kind: "compose"; readonly by: Relation; readonly reflexive: boolean };

/** What the two scratch relations hold while a step runs. */
interface Pair {
	now: Relation;
	next: Relation;
}

/**
 * A composition of several operands. It starts at one operand and extends to the right, then to the left;
 * identities on sets become restrictions and `r?`, `r*` keep what was there, so that no identity relation
 * is ever composed with.
 */
export function compileSequence(node: ModelNode & { op: "sequence" }, tape: Registers, steps: Step[]): Step {
	const links = node.operands.map((operand) => linkOf(operand, tape, steps));
	const solid = links.findIndex((link) => link.kind === "compose" && !link.reflexive);
	const pivot = Math.max(solid, 0);
	const actions: ((pair: Pair) => void)[] = [startAt(links[pivot], tape)];
	for (const link of links.slice(pivot + 1)) actions.push(extendRight(link, tape));
	for (const link of links.slice(0, pivot).reverse()) actions.push(extendLeft(link, tape));
	const out = tape.relation(node);
	const { scratch } = tape;
	return () => {
		const pair: Pair = { now: scratch[0], next: scratch[1] };
		for (const action of actions) action(pair);
		copyRows(out, pair.now, tape.size.events);
	};
}

function linkOf(operand: ModelNode, tape: Registers, steps: Step[]): Link {
	switch (operand.op) {
		case "identity":
			return { kind: "restrict", set: tape.set(operand.operand) };
		case "optional":
			return { kind: "compose", by: tape.relation(operand.operand), reflexive: true };
		case "star":
			return { kind: "compose", by: tape.closureOf(operand.operand, steps), reflexive: true };
		default:
			return { kind: "compose", by: tape.relation(operand), reflexive: false };
	}
}

function startAt(link: Link, tape: Registers): (pair: Pair) => void {
	const { size } = tape;
	if (link.kind === "restrict") {
		const { set } = link;
		return ({ now }) => {
			clearRows(now, size.events);
			for (let i = 0; i < size.events; i++) if (set.has(i)) now.add(i, i);
		};
	}
	const { by, reflexive } = link;
	return ({ now }) => {
		copyRows(now, by, size.events);
		if (reflexive) for (let i = 0; i < size.events; i++) now.add(i, i);
	};
}

function extendRight(link: Link, tape: Registers): (pair: Pair) => void {
	const { size } = tape;
	if (link.kind === "restrict") {
		const mask = link.set.bits;
		return ({ now }) => {
			const { bits, words } = now;
			if (words === 1) for (let i = 0; i < size.events; i++) bits[i] &= mask[0];
			else
				for (let i = 0, row = 0; i < size.events; i++, row += words)
					for (let w = 0; w < words; w++) bits[row + w] &= mask[w];
		};
	}
	const { by, reflexive } = link;
	return (pair) => {
		const { now, next } = pair;
		if (reflexive) copyRows(next, now, size.events);
		else clearRows(next, size.events);
		composeInto(next, now, by, size.events);
		pair.now = next;
		pair.next = now;
	};
}

function extendLeft(link: Link, tape: Registers): (pair: Pair) => void {
	const { size } = tape;
	if (link.kind === "restrict") {
		const { set } = link;
		return ({ now }) => {
			const { bits, words } = now;
			for (let i = 0; i < size.events; i++)
				if (!set.has(i)) for (let w = 0; w < words; w++) bits[i * words + w] = 0;
		};
	}
	const { by, reflexive } = link;
	return (pair) => {
		const { now, next } = pair;
		if (reflexive) copyRows(next, now, size.events);
		else clearRows(next, size.events);
		composeInto(next, by, now, size.events);
		pair.now = next;
		pair.next = now;
	};
}

function copyRows(to: Relation, from: Relation, size: number): void {
	const end = size * to.words;
	const source = from.bits;
	const target = to.bits;
	for (let i = 0; i < end; i++) target[i] = source[i];
}

function clearRows(relation: Relation, size: number): void {
	relation.bits.fill(0, 0, size * relation.words);
}

import type { ModelNode } from "../../cat/model.ts";
import { composeInto } from "../../relation/compose.ts";
import type { EventSet } from "../../relation/event-set.ts";
import type { Relation } from "../../relation/relation.ts";
import { operandsOf, startsWithConverse } from "./operands.ts";
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
	const converse = startsWithConverse(node);
	const operands = converse ? node.operands.slice(1) : node.operands;
	const links = operands.map((operand) => linkOf(operand, tape, steps));
	const solid = links.findIndex((link) => link.kind === "compose" && !link.reflexive);
	const pivot = Math.max(solid, 0);
	const actions: ((pair: Pair) => void)[] = [startAt(links[pivot], tape)];
	for (const link of links.slice(pivot + 1)) actions.push(extendRight(link, tape));
	for (const link of links.slice(0, pivot).reverse()) actions.push(extendLeft(link, tape));
	if (converse) actions.push(extendLeftByConverse(operandsOf(node.operands[0])[0], tape));
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

/** As `extendLeft` with the converse of a relation, which is not made for it. */
function extendLeftByConverse(relation: ModelNode, tape: Registers): (pair: Pair) => void {
	const { size } = tape;
	const { bits, words } = tape.relation(relation);
	return (pair) => {
		const { now, next } = pair;
		clearRows(next, size.events);
		for (let from = 0; from < size.events; from++)
			for (let w = 0; w < words; w++)
				for (let rest = bits[from * words + w]; rest !== 0; rest &= rest - 1) {
					const to = w * 32 + 31 - Math.clz32(rest & -rest);
					for (let k = 0; k < words; k++) next.bits[to * words + k] |= now.bits[from * words + k];
				}
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

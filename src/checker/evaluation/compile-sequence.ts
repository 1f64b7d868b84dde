import type { ModelNode } from "../../cat/model.ts";
import { operandsOf, startsWithConverse } from "./operands.ts";
import { RelationRegister, type SetRegister } from "./register.ts";
import type { Registers, Step } from "./registers.ts";
import { composition, copying, reflexiveClosure, restriction } from "./row-operations.ts";
import { type RowOperation, rowStep } from "./row-step.ts";
import { wholeStep } from "./whole-step.ts";

/** One operand of a composition, with what it takes to apply it. */
type Link =
	| { readonly kind: "restrict"; readonly set: SetRegister }
	/** `reflexive`: the identity is part of it, so that what was there stays. */
	| { readonly kind: "compose"; readonly by: RelationRegister; readonly reflexive: boolean };

/** Makes the register of what was composed so far, with one more operand, in the register that it is given. */
type Action = (so: RelationRegister, out: RelationRegister) => Step;

/**
 * The steps of a composition of several operands. It starts at one operand and extends to the right, then to the
 * left; identities on sets become restrictions and `r?`, `r*` keep what was there, so that no identity relation
 * is ever composed with. What is composed on the way has registers of its own: a row is made anew only where
 * something that it is made of has changed.
 */
export function compileSequence(node: ModelNode & { op: "sequence" }, tape: Registers, steps: Step[]): Step {
	const { size, clock } = tape;
	const converse = startsWithConverse(node);
	const operands = converse ? node.operands.slice(1) : node.operands;
	const links = operands.map((operand) => linkOf(operand, tape, steps));
	const solid = links.findIndex((link) => link.kind === "compose" && !link.reflexive);
	const pivot = Math.max(solid, 0);
	const byRow = (operation: RowOperation): Step => rowStep(operation, size, clock);
	const actions: Action[] = [];
	for (const link of links.slice(pivot + 1))
		actions.push((so, out) => byRow(extended(link, so, out, "right")));
	for (const link of links.slice(0, pivot).reverse())
		actions.push((so, out) => byRow(extended(link, so, out, "left")));
	if (converse) {
		const relation = tape.relation(operandsOf(node.operands[0])[0]);
		actions.push((so, out) =>
			wholeStep(composeConverse(out, relation, so, tape), out, [relation, so], size, clock),
		);
	}
	if (actions.length === 0) actions.push((so, out) => byRow(copying(out, so)));
	let so = startAt(links[pivot], tape, steps);
	for (const action of actions.slice(0, -1)) {
		const next = new RelationRegister(tape.capacity);
		steps.push(action(so, next));
		so = next;
	}
	return actions[actions.length - 1](so, tape.relation(node));
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

/** The register that a composition starts with. */
function startAt(link: Link, { size, clock, capacity }: Registers, steps: Step[]): RelationRegister {
	if (link.kind === "compose" && !link.reflexive) return link.by;
	const out = new RelationRegister(capacity);
	if (link.kind === "compose") {
		steps.push(rowStep(reflexiveClosure(out, link.by), size, clock));
		return out;
	}
	const { set } = link;
	const compute = (): void => {
		out.clear();
		for (let i = 0; i < size.events; i++) if (set.has(i)) out.add(i, i);
	};
	steps.push(wholeStep(compute, out, [set], size, clock));
	return out;
}

function extended(
	link: Link,
	so: RelationRegister,
	out: RelationRegister,
	side: "left" | "right",
): RowOperation {
	if (link.kind === "restrict") return restriction(out, so, link.set, side === "right" ? "range" : "domain");
	const { by, reflexive } = link;
	return side === "right"
		? composition(out, so, by, { left: false, right: reflexive })
		: composition(out, by, so, { left: reflexive, right: false });
}

/** The converse of a relation, which is not made for it, before what was composed so far. */
function composeConverse(
	out: RelationRegister,
	{ bits }: RelationRegister,
	so: RelationRegister,
	{ size }: Registers,
): Step {
	const { words } = out;
	return () => {
		out.bits.fill(0, 0, size.events * words);
		for (let from = 0; from < size.events; from++)
			for (let w = 0; w < words; w++)
				for (let rest = bits[from * words + w]; rest !== 0; rest &= rest - 1) {
					const to = w * 32 + 31 - Math.clz32(rest & -rest);
					for (let k = 0; k < words; k++) out.bits[to * words + k] |= so.bits[from * words + k];
				}
	};
}

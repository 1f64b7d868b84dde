import type { ModelNode, RecursiveGroup } from "../../cat/model.ts";
import { AS_BEFORE } from "./as-before.ts";
import { operandsOf } from "./operands.ts";

/** What can be said of a node for every execution. */
export interface NodeClass {
	/** It depends on reads-from or coherence. */
	readonly dynamic: boolean;
	/** A relation between events of one thread alone. */
	readonly within: boolean;
	/** Its part inside a thread can be computed from that thread's events alone. */
	readonly exact: boolean;
	/** More reads-from or coherence edges never take a member away. */
	readonly monotone: boolean;
	/** It speaks of values, which are all known on a complete execution only. */
	readonly valued: boolean;
	/** Whether an event or pair is in it shows on the events themselves: no other event has a say. */
	readonly pointwise: boolean;
	/** More events and more edges of any kind never take a member away. */
	readonly growing: boolean;
}

const WITHIN_BASES = new Set(["po", "addr", "data", "ctrl", "rmw", "int", "id"]);
/** The relations that a pair of events is in, or not, by itself; `rmw` comes with its two events. */
const POINTWISE_BASES = new Set(["po", "int", "ext", "id", "rmw"]);
const DYNAMIC_BASES = new Set(["rf", "co", "same-value", AS_BEFORE]);

/** Classifies the nodes of one model; results are kept. */
export class Classifier {
	readonly #memo = new Map<ModelNode, NodeClass>();
	/** What is assumed of a group's members while its bodies are looked at. */
	readonly #groups = new Map<RecursiveGroup, NodeClass>();

	classify(node: ModelNode): NodeClass {
		const known = this.#memo.get(node);
		if (known !== undefined) return known;
		const found = node.op === "recursive" ? this.#ofGroup(node.group) : this.#ofOperands(node);
		if (node.op !== "recursive") this.#memo.set(node, found);
		return found;
	}

	#ofGroup(group: RecursiveGroup): NodeClass {
		const known = this.#groups.get(group);
		if (known !== undefined) return known;
		// From the best assumption down: a member is what its bodies are if it is itself that.
		let assumed: NodeClass = {
			dynamic: false,
			within: true,
			exact: true,
			monotone: true,
			valued: false,
			pointwise: false,
			growing: true,
		};
		for (;;) {
			const outer = new Map(this.#memo);
			this.#groups.set(group, assumed);
			const bodies = group.bodies.map((body) => this.classify(body));
			const next: NodeClass = {
				dynamic: bodies.some((x) => x.dynamic),
				within: bodies.every((x) => x.within),
				exact: bodies.every((x) => x.exact),
				monotone: bodies.every((x) => x.monotone),
				valued: bodies.some((x) => x.valued),
				pointwise: false,
				growing: bodies.every((x) => x.growing),
			};
			if (sameClass(next, assumed)) return next;
			assumed = next;
			this.#memo.clear();
			for (const [key, value] of outer) this.#memo.set(key, value);
		}
	}

	#ofOperands(node: ModelNode): NodeClass {
		const parts = operandsOf(node).map((operand) => this.classify(operand));
		const dynamic = node.op === "base" ? DYNAMIC_BASES.has(node.name) : parts.some((part) => part.dynamic);
		return {
			dynamic,
			within: isWithin(node, parts),
			exact: isExact(node, parts),
			monotone: isMonotone(node, parts),
			valued: (node.op === "base" && node.name === "same-value") || parts.some((part) => part.valued),
			pointwise: isPointwise(node, parts),
			growing: isGrowing(node, parts),
		};
	}
}

function sameClass(one: NodeClass, other: NodeClass): boolean {
	return (
		one.dynamic === other.dynamic &&
		one.within === other.within &&
		one.exact === other.exact &&
		one.monotone === other.monotone &&
		one.valued === other.valued &&
		one.growing === other.growing
	);
}

function isWithin(node: ModelNode, parts: readonly NodeClass[]): boolean {
	switch (node.op) {
		case "base":
			return node.sort === "set" || WITHIN_BASES.has(node.name);
		case "intersection":
			return parts.some((part) => part.within);
		case "difference":
			return parts[0].within;
		case "product":
		case "complement":
			return node.sort === "set";
		case "identity":
			return true;
		default:
			return parts.every((part) => part.within);
	}
}

function isExact(node: ModelNode, parts: readonly NodeClass[]): boolean {
	if (!parts.every((part) => part.exact)) return false;
	switch (node.op) {
		case "sequence":
			// One step outside the thread may only lead back into it; two could meet elsewhere.
			return parts.filter((part) => !part.within).length <= 1;
		case "plus":
		case "star":
		case "domain":
		case "range":
			return parts[0].within;
		default:
			return true;
	}
}

function isMonotone(node: ModelNode, parts: readonly NodeClass[]): boolean {
	if (node.op === "difference") return parts[0].monotone && !parts[1].dynamic;
	if (node.op === "complement") return !parts[0].dynamic;
	return parts.every((part) => part.monotone);
}

function isPointwise(node: ModelNode, parts: readonly NodeClass[]): boolean {
	switch (node.op) {
		case "base":
			return node.sort === "set" || POINTWISE_BASES.has(node.name);
		case "sequence":
		case "plus":
		case "star":
			return false;
		case "domain":
		case "range":
			// The two events of an update come together.
			return parts[0].pointwise && isWithinUpdates(node.operand);
		default:
			return parts.every((part) => part.pointwise);
	}
}

/** Whether a relation has no other pairs than `rmw`. */
function isWithinUpdates(node: ModelNode): boolean {
	if (node.op === "intersection") return node.operands.some(isWithinUpdates);
	return node.op === "base" && node.name === "rmw";
}

function isGrowing(node: ModelNode, parts: readonly NodeClass[]): boolean {
	if (node.op === "difference") return parts[0].growing && parts[1].pointwise;
	if (node.op === "complement") return parts[0].pointwise;
	return parts.every((part) => part.growing);
}

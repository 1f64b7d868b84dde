import type { Model, ModelNode } from "../cat/model.ts";
import type { Derivation } from "./derivation.ts";
import type { EventBaseEdge, EventEdge } from "./event-cycle.ts";
import type { LeafOf } from "./leaf-of.ts";
import type { ModelExtents } from "./model-extents.ts";
import { nodeText } from "./node-text.ts";

/** Sets that show on the events themselves, and need not be named. */
const PLAIN_SETS: ReadonlySet<string> = new Set(["_", "R", "W", "F", "M", "IW"]);

/** A derivation, and whether it is gone along against its direction. */
interface Directed {
	readonly derivation: Derivation;
	readonly isInverse: boolean;
}

/** Says derivations in the names that a model gives to its relations. */
export class EdgeWording {
	readonly #extents: ModelExtents;
	readonly #leafOf: LeafOf;
	readonly #names = new Map<ModelNode, string>();

	constructor(model: Model, extents: ModelExtents, leafOf: LeafOf) {
		this.#extents = extents;
		this.#leafOf = leafOf;
		for (const [name, node] of model.definitions) {
			// What a model does not say itself has names that no model can use.
			if (/^[\w-]+$/.test(name) && !this.#names.has(node)) this.#names.set(node, name);
		}
	}

	/** The name that the model gives to a set or relation, if it does. */
	nameOf(node: ModelNode): string | undefined {
		return this.#names.get(node);
	}

	/** A set or relation as text, in the model's names. */
	text(node: ModelNode): string {
		return nodeText(node, (part) => this.#names.get(part));
	}

	/** What a derivation says of its two events and of those between them, as the edges of its narrowest definition. */
	spread(derivation: Derivation): readonly EventEdge[] {
		const edge = this.edge(derivation);
		return edge.via?.map((part) => ({ ...part, names: [...edge.names, ...part.names] })) ?? [edge];
	}

	/** What a derivation says of its two events. */
	edge(derivation: Derivation): EventEdge {
		return this.#edge({ derivation, isInverse: false });
	}

	/** The same, gone along from the second event to the first. */
	turned(derivation: Derivation): EventEdge {
		return this.#edge({ derivation, isInverse: true });
	}

	#edge(given: Directed): EventEdge {
		const whole = this.#straight(given);
		const names: string[] = [];
		const also: string[] = [];
		let at = whole;
		let inner = moving(at);
		for (;;) {
			const { derivation, isInverse } = at;
			const name = this.#names.get(derivation.node);
			// Inside of an inverse, names are those of pairs that lead the other way.
			if (name !== undefined && isInverse === whole.isInverse && names.at(-1) !== name) names.push(name);
			for (const other of derivation.others ?? []) also.push(this.text(other));
			inner = moving(at);
			if (inner.length !== 1) break;
			at = inner[0];
		}
		const leaf = this.#leafOf(at.derivation.node);
		if (names.length === 0 && leaf !== undefined) names.push(leaf);
		const via = this.#spread(at);
		const { from, to } = endsOf(whole);
		const edges = via.length < 2 ? [] : via.map((part) => this.#edge(part));
		return {
			from,
			to,
			names,
			...(also.length > 0 && { also }),
			...(whole.isInverse && { isInverse: true }),
			parts: this.#parts(whole),
			...(edges.some((edge) => this.#saysMore(edge)) && { via: edges }),
		};
	}

	/** Without inverses at the outside that have no name. */
	#straight(whole: Directed): Directed {
		const { derivation, isInverse } = whole;
		if (derivation.node.op !== "inverse" || this.#names.has(derivation.node)) return whole;
		return this.#straight({ derivation: derivation.parts[0], isInverse: !isInverse });
	}

	/** Whether an edge's names say more than its base edge does. */
	#saysMore({ names, parts }: EventEdge): boolean {
		return names.some((name) => name !== parts[0]?.relation);
	}

	/** The parts of a derivation, those without a name taken apart in turn. */
	#spread(whole: Directed): Directed[] {
		return moving(whole).flatMap((part) => {
			const { node, parts } = part.derivation;
			const isNamed = this.#names.has(node) || this.#leafOf(node) !== undefined;
			if (isNamed || parts.length === 0) return [part];
			const inner = this.#spread(part);
			return inner.length === 0 ? [part] : inner;
		});
	}

	/** All base edges in order; of the sets that an event is said to be in at one place, the narrowest that tell it apart. */
	#parts(whole: Directed): EventBaseEdge[] {
		const edges: EventBaseEdge[] = [];
		let sets: ModelNode[] = [];
		const leaves = [...leavesIn(whole)];
		const flush = (event: number): void => {
			for (const set of this.#tellingSets(sets)) {
				const text = this.text(set);
				edges.push({ from: event, to: event, relation: `[${text}]` });
			}
			sets = [];
		};
		for (const leaf of leaves) {
			const { node } = leaf.derivation;
			const { from, to } = endsOf(leaf);
			if (node.op === "identity") sets.push(node.operand);
			else if (leaf.derivation.cost > 0) {
				flush(from);
				const relation = this.#leafOf(node) ?? this.text(node);
				edges.push({ from, to, relation, ...(leaf.isInverse && { isInverse: true }) });
			}
		}
		flush(endsOf(whole).to);
		return edges;
	}

	#tellingSets(sets: readonly ModelNode[]): ModelNode[] {
		const { size } = this.#extents;
		const members = (set: ModelNode): number[] =>
			Array.from({ length: size }, (_, event) => event).filter((event) => this.#extents.set(set).has(event));
		const telling = [...new Set(sets)].filter(
			(set) => !PLAIN_SETS.has(this.text(set)) && members(set).length < size,
		);
		// One of two sets that hold the same events will do.
		return telling.filter(
			(set, i) =>
				!telling.some((other, j) => {
					if (i === j) return false;
					const inner = members(other);
					const outer = members(set);
					if (inner.length > outer.length || (inner.length === outer.length && j > i)) return false;
					return inner.every((event) => outer.includes(event));
				}),
		);
	}
}

/** The parts of a derivation that lead from one event to another, or cost something, in the order in which they are gone along. */
function moving({ derivation, isInverse }: Directed): Directed[] {
	const turns = derivation.node.op === "inverse" ? !isInverse : isInverse;
	const parts = derivation.parts
		.filter(({ from, to, cost }) => from !== to || cost > 0)
		.map((part) => ({ derivation: part, isInverse: turns }));
	return isInverse ? parts.reverse() : parts;
}

function* leavesIn({ derivation, isInverse }: Directed): Generator<Directed> {
	if (derivation.parts.length === 0) {
		yield { derivation, isInverse };
		return;
	}
	const turns = derivation.node.op === "inverse" ? !isInverse : isInverse;
	const parts = isInverse ? derivation.parts.toReversed() : derivation.parts;
	for (const part of parts) yield* leavesIn({ derivation: part, isInverse: turns });
}

function endsOf({ derivation: { from, to }, isInverse }: Directed): { from: number; to: number } {
	return isInverse ? { from: to, to: from } : { from, to };
}

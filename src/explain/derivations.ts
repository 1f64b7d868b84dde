import type { ModelNode, RecursiveGroup } from "../cat/model.ts";
import { operandsOf } from "../cat/operands-of.ts";
import type { Derivation, Row } from "./derivation.ts";
import { isFilter } from "./is-filter.ts";
import type { LeafOf } from "./leaf-of.ts";
import type { ModelExtents } from "./model-extents.ts";
import { shortestPaths } from "./shortest-paths.ts";

const NONE: Row = new Map();

/** The rows of one node: by the event that all pairs begin with, and by the one that all end with. */
type Rows = readonly [forward: Map<number, Row>, backward: Map<number, Row>];

/**
 * Derives the pairs of a model's relations from base relations, each by as few base edges as possible. Rows are made when they are
 * asked for, and kept.
 */
export class Derivations {
	readonly #extents: ModelExtents;
	readonly #leafOf: LeafOf;
	readonly #known = new Map<ModelNode, Rows>();
	/** Rows that hang on members of a group which is being solved; forgotten after each round. */
	readonly #round = new Map<ModelNode, Rows>();
	readonly #mentioned = new Map<ModelNode, ReadonlySet<RecursiveGroup>>();
	/** For each group, by member, what has been derived so far; "opaque" for one that is not taken apart. */
	readonly #groups = new Map<RecursiveGroup, Map<number, Map<number, Derivation>>[] | "opaque">();
	readonly #open = new Set<RecursiveGroup>();

	constructor(extents: ModelExtents, leafOf: LeafOf) {
		this.#extents = extents;
		this.#leafOf = leafOf;
	}

	/** How a pair comes to be in a relation; undefined if it is not. */
	of(node: ModelNode, from: number, to: number): Derivation | undefined {
		return this.row(node, from).get(to);
	}

	/**
	 * All pairs of a relation that begin with an event, by the other end.
	 * @param isBackward whether they end with the event instead
	 */
	row(node: ModelNode, event: number, isBackward = false): Row {
		const memory = this.#isOpen(node) ? this.#round : this.#known;
		let rows = memory.get(node);
		if (rows === undefined) {
			rows = [new Map(), new Map()];
			memory.set(node, rows);
		}
		const side = rows[isBackward ? 1 : 0];
		let row = side.get(event);
		if (row === undefined) {
			row = this.#has(node, event, isBackward) ? this.#derive(node, event, isBackward) : NONE;
			side.set(event, row);
		}
		return row;
	}

	/** Whether a relation has any pair with an event at one end. */
	#has(node: ModelNode, event: number, isBackward: boolean): boolean {
		const relation = this.#extents.relation(node);
		for (let other = 0; other < this.#extents.size; other++)
			if (isBackward ? relation.has(other, event) : relation.has(event, other)) return true;
		return false;
	}

	#derive(node: ModelNode, event: number, isBackward: boolean): Row {
		if (this.#leafOf(node) !== undefined) return this.#leaves(node, event, isBackward);
		switch (node.op) {
			case "union":
				return this.#cheapest(node, node.operands, event, isBackward);
			case "intersection":
				return this.#intersection(node, event, isBackward);
			case "difference": {
				const removed = this.#extents.relation(node.right);
				return this.#wrapped(
					node,
					this.row(node.left, event, isBackward),
					({ from, to }) => !removed.has(from, to),
				);
			}
			case "sequence":
				return this.#sequence(node, event, isBackward);
			case "inverse":
				return new Map(
					[...this.row(node.operand, event, !isBackward)].map(([other, inner]) => [
						other,
						{ node, from: inner.to, to: inner.from, cost: inner.cost, parts: [inner] },
					]),
				);
			case "optional": {
				const row = new Map(this.#wrapped(node, this.row(node.operand, event, isBackward)));
				return row.set(event, { node, from: event, to: event, cost: 0, parts: [] });
			}
			case "plus":
			case "star":
				return shortestPaths(node, event, isBackward, (at) => this.row(node.operand, at, isBackward));
			case "recursive":
				return this.#recursive(node, event, isBackward);
			default:
				return this.#leaves(node, event, isBackward);
		}
	}

	/** Pairs that are not taken apart. One that relates an event to itself, being in a set, costs nothing. */
	#leaves(node: ModelNode, event: number, isBackward: boolean): Row {
		const relation = this.#extents.relation(node);
		const cost = node.op === "identity" || (node.op === "base" && node.name === "id") ? 0 : 1;
		const row = new Map<number, Derivation>();
		for (let other = 0; other < this.#extents.size; other++) {
			const [from, to] = isBackward ? [other, event] : [event, other];
			if (relation.has(from, to)) row.set(other, { node, from, to, cost, parts: [] });
		}
		return row;
	}

	#wrapped(node: ModelNode, inner: Row, isIn: (pair: Derivation) => boolean = () => true): Row {
		const row = new Map<number, Derivation>();
		for (const [other, part] of inner)
			if (isIn(part)) row.set(other, { node, from: part.from, to: part.to, cost: part.cost, parts: [part] });
		return row;
	}

	#cheapest(node: ModelNode, members: readonly ModelNode[], event: number, isBackward: boolean): Row {
		const row = new Map<number, Derivation>();
		for (const member of members)
			for (const [other, part] of this.row(member, event, isBackward)) {
				const known = row.get(other);
				if (known !== undefined && known.cost <= part.cost) continue;
				row.set(other, { node, from: part.from, to: part.to, cost: part.cost, parts: [part] });
			}
		return row;
	}

	#intersection(node: ModelNode & { op: "intersection" }, event: number, isBackward: boolean): Row {
		const telling = node.operands.filter((operand) => !isFilter(operand));
		if (telling.length === 0) return this.#leaves(node, event, isBackward);
		const filters = node.operands.filter(isFilter).map((operand) => this.#extents.relation(operand));
		const rows = telling.map((operand) => this.row(operand, event, isBackward));
		const row = new Map<number, Derivation>();
		for (const [other, { from, to }] of rows[0]) {
			if (!filters.every((filter) => filter.has(from, to))) continue;
			const found = rows.flatMap((candidate) => candidate.get(other) ?? []);
			if (found.length < rows.length) continue;
			const best = found.reduce((one, two) => (two.cost < one.cost ? two : one));
			const others = telling.filter((operand) => operand !== best.node);
			row.set(other, {
				node,
				from,
				to,
				cost: best.cost,
				parts: [best],
				...(others.length > 0 && { others }),
			});
		}
		return row;
	}

	#sequence(node: ModelNode & { op: "sequence" }, event: number, isBackward: boolean): Row {
		let ends = new Map<number, { readonly cost: number; readonly parts: readonly Derivation[] }>();
		ends.set(event, { cost: 0, parts: [] });
		for (const operand of isBackward ? node.operands.toReversed() : node.operands) {
			const next: typeof ends = new Map();
			for (const [middle, { cost, parts }] of ends)
				for (const [end, part] of this.row(operand, middle, isBackward)) {
					const known = next.get(end);
					if (known !== undefined && known.cost <= cost + part.cost) continue;
					next.set(end, { cost: cost + part.cost, parts: isBackward ? [part, ...parts] : [...parts, part] });
				}
			ends = next;
		}
		return new Map(
			[...ends].map(([end, { cost, parts }]) => {
				const [from, to] = isBackward ? [end, event] : [event, end];
				return [end, { node, from, to, cost, parts }];
			}),
		);
	}

	#recursive(node: ModelNode & { op: "recursive" }, event: number, isBackward: boolean): Row {
		const tables = this.#solved(node.group);
		if (tables === "opaque") return this.#leaves(node, event, isBackward);
		const table = tables[node.member];
		if (!isBackward) return this.#wrapped(node, table.get(event) ?? NONE);
		const ending = new Map<number, Derivation>();
		for (const [from, row] of table) {
			const found = row.get(event);
			if (found !== undefined) ending.set(from, found);
		}
		return this.#wrapped(node, ending);
	}

	/**
	 * Derives the members of a group, round by round as their least solution comes about: what a round derives rests on what was derived before, so
	 * that no pair is ever derived from itself. A group whose members also take pairs away is not taken apart.
	 */
	#solved(group: RecursiveGroup): Map<number, Map<number, Derivation>>[] | "opaque" {
		const known = this.#groups.get(group);
		if (known !== undefined) return known;
		if (!isPositive(group)) {
			this.#groups.set(group, "opaque");
			return "opaque";
		}
		const tables = group.bodies.map(() => new Map<number, Map<number, Derivation>>());
		this.#groups.set(group, tables);
		this.#open.add(group);
		for (let hasChanged = true; hasChanged; ) {
			hasChanged = false;
			this.#round.clear();
			for (const [member, body] of group.bodies.entries())
				for (let event = 0; event < this.#extents.size && body.sort === "relation"; event++)
					if (this.#improve(tables[member], this.row(body, event), event)) hasChanged = true;
		}
		this.#open.delete(group);
		this.#round.clear();
		return tables;
	}

	#improve(table: Map<number, Map<number, Derivation>>, row: Row, event: number): boolean {
		if (row.size === 0) return false;
		let kept = table.get(event);
		if (kept === undefined) {
			kept = new Map();
			table.set(event, kept);
		}
		let hasChanged = false;
		for (const [to, found] of row) {
			const known = kept.get(to);
			if (known !== undefined && known.cost <= found.cost) continue;
			kept.set(to, found);
			hasChanged = true;
		}
		return hasChanged;
	}

	/** Whether a node hangs on a group that is being solved, so that its rows are not final. */
	#isOpen(node: ModelNode): boolean {
		if (this.#open.size === 0) return false;
		for (const group of this.#groupsIn(node)) if (this.#open.has(group)) return true;
		return false;
	}

	#groupsIn(node: ModelNode): ReadonlySet<RecursiveGroup> {
		const known = this.#mentioned.get(node);
		if (known !== undefined) return known;
		const groups = new Set<RecursiveGroup>(node.op === "recursive" ? [node.group] : []);
		for (const operand of operandsOf(node)) for (const group of this.#groupsIn(operand)) groups.add(group);
		this.#mentioned.set(node, groups);
		return groups;
	}
}

/** Whether no body takes away what a member has: the group then only grows while it is solved. */
function isPositive(group: RecursiveGroup): boolean {
	const mentions = (node: ModelNode, seen: Set<ModelNode>): boolean => {
		if (seen.has(node)) return false;
		seen.add(node);
		if (node.op === "recursive" && node.group === group) return true;
		return operandsOf(node).some((operand) => mentions(operand, seen));
	};
	const seen = new Set<ModelNode>();
	const visit = (node: ModelNode): boolean => {
		if (seen.has(node)) return true;
		seen.add(node);
		if (node.sort === "set" && mentions(node, new Set())) return false;
		if (node.op === "difference" && mentions(node.right, new Set())) return false;
		if (node.op === "complement" && mentions(node.operand, new Set())) return false;
		return operandsOf(node).every(visit);
	};
	return group.bodies.every(visit);
}

import type { Axiom, Model, ModelNode, RecursiveGroup } from "./model.ts";

/** A resolved model as plain data: what `JSON.stringify` keeps whole. Spans are left out; only errors use them. */
export interface PackedModel {
	readonly name: string;
	/** Each node with its operands replaced by their places in this list; operands come first. */
	readonly nodes: readonly PackedNode[];
	/** The groups of recursive nodes, their bodies as places in `nodes`. */
	readonly groups: readonly { readonly names: readonly string[]; readonly bodies: readonly number[] }[];
	readonly axioms: readonly (Omit<Axiom, "node" | "span"> & { readonly node: number })[];
	readonly definitions: readonly (readonly [string, number])[];
	readonly annotations?: {
		readonly tags: readonly string[];
		readonly defaults: readonly (readonly [string, readonly string[]])[];
	};
}

/** `[operation, sort, operands or name or group and member]`. */
type PackedNode = readonly [ModelNode["op"], "s" | "r", ...(number | string)[]];

/**
 * A model's nodes as a list without references, so that it can be stored and read back without parsing. A model
 * that is interpreted on each execution has no such form.
 *
 * @throws RangeError if expressions nest deeper than the stack allows
 */
export function packModel(model: Omit<Model, "interpret">): PackedModel {
	const nodes: PackedNode[] = [];
	const places = new Map<ModelNode, number>();
	const groups: { names: readonly string[]; bodies: number[] }[] = [];
	const groupPlaces = new Map<RecursiveGroup, number>();
	const placeOf = (node: ModelNode): number => {
		const known = places.get(node);
		if (known !== undefined) return known;
		const packed = pack(node);
		// A recursive node's group may have led back to the node itself.
		const made = places.get(node);
		if (made !== undefined) return made;
		places.set(node, nodes.length);
		nodes.push(packed);
		return nodes.length - 1;
	};
	const groupOf = (group: RecursiveGroup): number => {
		const known = groupPlaces.get(group);
		if (known !== undefined) return known;
		const place = groups.length;
		groupPlaces.set(group, place);
		const bodies: number[] = [];
		groups.push({ names: group.names, bodies });
		bodies.push(...group.bodies.map(placeOf));
		return place;
	};
	const pack = (node: ModelNode): PackedNode => {
		const sort = node.sort === "set" ? "s" : "r";
		switch (node.op) {
			case "base":
				return [node.op, sort, node.name];
			case "empty":
				return [node.op, sort];
			case "union":
			case "intersection":
			case "sequence":
				return [node.op, sort, ...node.operands.map(placeOf)];
			case "difference":
			case "product":
				return [node.op, sort, placeOf(node.left), placeOf(node.right)];
			case "recursive":
				return [node.op, sort, groupOf(node.group), node.member];
			default:
				return [node.op, sort, placeOf(node.operand)];
		}
	};
	const axioms = model.axioms.map(({ name, test, negated, flag, node, isImplied }) => ({
		name,
		test,
		negated,
		flag,
		node: placeOf(node),
		...(isImplied && { isImplied }),
	}));
	const definitions = [...model.definitions].map(([name, node]) => [name, placeOf(node)] as const);
	const { tags, defaults } = model.annotations ?? {};
	const annotations = tags && defaults && { tags: [...tags], defaults: [...defaults] };
	return { name: model.name, nodes, groups, axioms, definitions, ...(annotations && { annotations }) };
}

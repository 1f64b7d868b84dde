import type { Model, ModelNode, RecursiveGroup } from "./model.ts";
import type { PackedModel } from "./pack-model.ts";

/** The model that `packModel` was given, but for its spans. */
export function unpackModel(packed: PackedModel): Model {
	const nodes: ModelNode[] = [];
	const bodies = packed.groups.map((): ModelNode[] => []);
	const groups = packed.groups.map(({ names }, i): RecursiveGroup => ({ names, bodies: bodies[i] }));
	packed.nodes.forEach(([op, kind, ...rest], id) => {
		const sort = kind === "s" ? "set" : "relation";
		const operands = rest.map((place) => nodes[Number(place)]);
		switch (op) {
			case "base":
				nodes.push({ id, sort, op, name: String(rest[0]) });
				break;
			case "empty":
				nodes.push({ id, sort, op });
				break;
			case "union":
			case "intersection":
			case "sequence":
				nodes.push({ id, sort, op, operands });
				break;
			case "difference":
			case "product":
				nodes.push({ id, sort, op, left: operands[0], right: operands[1] });
				break;
			case "recursive":
				nodes.push({ id, sort, op, group: groups[Number(rest[0])], member: Number(rest[1]) });
				break;
			default:
				nodes.push({ id, sort, op, operand: operands[0] });
		}
	});
	packed.groups.forEach((group, i) => {
		bodies[i].push(...group.bodies.map((place) => nodes[place]));
	});
	const { annotations } = packed;
	return {
		name: packed.name,
		axioms: packed.axioms.map((axiom) => ({ ...axiom, node: nodes[axiom.node] })),
		definitions: new Map(packed.definitions.map(([name, place]) => [name, nodes[place]])),
		...(annotations && {
			annotations: { tags: new Set(annotations.tags), defaults: new Map(annotations.defaults) },
		}),
	};
}

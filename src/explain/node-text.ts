import type { ModelNode } from "../cat/model.ts";

/** A set or relation in the language of models; parts that have a name are written by it. */
export function nodeText(node: ModelNode, nameOf: (node: ModelNode) => string | undefined): string {
	const name = nameOf(node);
	if (name !== undefined) return name;
	const inner = (part: ModelNode): string => {
		const text = nodeText(part, nameOf);
		return /^[\w?-]+$|^\[.*\]$/.test(text) ? text : `(${text})`;
	};
	const joined = (parts: readonly ModelNode[], operator: string): string =>
		parts.map(inner).join(` ${operator} `);
	switch (node.op) {
		case "base":
			return node.name;
		case "empty":
			return "0";
		case "union":
			return joined(node.operands, "|");
		case "intersection":
			return joined(node.operands, "&");
		case "sequence":
			return joined(node.operands, ";");
		case "difference":
			return joined([node.left, node.right], "\\");
		case "product":
			return joined([node.left, node.right], "*");
		case "complement":
			return `~${inner(node.operand)}`;
		case "inverse":
			return `${inner(node.operand)}^-1`;
		case "optional":
			return `${inner(node.operand)}?`;
		case "plus":
			return `${inner(node.operand)}+`;
		case "star":
			return `${inner(node.operand)}*`;
		case "identity":
			return `[${nodeText(node.operand, nameOf)}]`;
		case "domain":
		case "range":
			return `${node.op}(${nodeText(node.operand, nameOf)})`;
		case "recursive":
			return node.group.names[node.member];
	}
}

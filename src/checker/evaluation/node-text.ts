import type { ModelNode } from "../../cat/model.ts";

/** A canonical text of a node: equal for nodes that are built alike, whatever their ids. */
export function nodeText(node: ModelNode): string {
	switch (node.op) {
		case "base":
			return node.name;
		case "empty":
			return "0";
		case "union":
		case "intersection": {
			const sign = node.op === "union" ? "|" : "&";
			return `(${node.operands.map(nodeText).sort().join(sign)})`;
		}
		case "sequence":
			return `(${node.operands.map(nodeText).join(";")})`;
		case "difference":
			return `(${nodeText(node.left)}\\${nodeText(node.right)})`;
		case "product":
			return `(${nodeText(node.left)}*${nodeText(node.right)})`;
		case "recursive":
			return `rec:${node.group.names.join(",")}:${node.member}`;
		default:
			return `${node.op}(${nodeText(node.operand)})`;
	}
}

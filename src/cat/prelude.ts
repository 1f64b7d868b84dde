import { Map as ImmutableMap } from "immutable";
import preludeText from "../../models/prelude.cat";
import type { SourceFile } from "../source/span.ts";
import { baseRelations, baseSets } from "./base-names.ts";
import type { CatValue, Scope } from "./cat-value.ts";
import type { NodeTable } from "./node-table.ts";
import { domain, range } from "./unary-operations.ts";

/** The definitions in cat that every model starts from. */
export const preludeFile: SourceFile = { path: "<prelude.cat>", text: preludeText };

/** The names that need no definition: the execution's sets and relations, `domain` and `range`. */
export function baseScope(table: NodeTable): Scope {
	const names: [string, CatValue][] = [
		["domain", { kind: "builtin", name: "domain", result: "set", apply: domain }],
		["range", { kind: "builtin", name: "range", result: "set", apply: range }],
	];
	for (const name of baseRelations) {
		names.push([name, { kind: "node", node: table.base("relation", name) }]);
	}
	for (const name of baseSets) names.push([name, { kind: "node", node: table.base("set", name) }]);
	return ImmutableMap(names);
}

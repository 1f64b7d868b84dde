import { Map as ImmutableMap } from "immutable";
import preludeText from "../../models/prelude.cat";
import type { SourceFile } from "../source/span.ts";
import { BUILTIN_FUNCTIONS } from "./builtin-functions.ts";
import type { CatValue, Scope } from "./cat-value.ts";
import type { NodeTable } from "./node-table.ts";

/** The definitions in cat that every model starts from. */
export const preludeFile: SourceFile = { path: "<prelude.cat>", text: preludeText };

/** The names that need no definition: an execution's sets and relations, and the language's functions. */
export function baseScope(table: NodeTable, relations: readonly string[], sets: readonly string[]): Scope {
	const names: [string, CatValue][] = [];
	for (const name of BUILTIN_FUNCTIONS.keys()) names.push([name, { kind: "builtin", name }]);
	for (const name of relations) names.push([name, { kind: "node", node: table.base("relation", name) }]);
	for (const name of sets) names.push([name, { kind: "node", node: table.base("set", name) }]);
	return ImmutableMap(names);
}

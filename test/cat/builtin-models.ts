import lkmmBell from "../../models/lkmm.bell";
import lkmmCat from "../../models/lkmm.cat";
import scCat from "../../models/sc.cat";
import tsoCat from "../../models/tso.cat";
import type { SourceFile } from "../../src/source/span.ts";

/** The files of the models that come with the tool, by the names that `include` uses. */
export const builtinModels: ReadonlyMap<string, SourceFile> = new Map(
	[
		["lkmm.cat", lkmmCat],
		["lkmm.bell", lkmmBell],
		["sc.cat", scCat],
		["tso.cat", tsoCat],
	].map(([name, text]) => [name, { path: `<${name}>`, text }]),
);

import cos from "../../models/standard/cos.cat";
import cross from "../../models/standard/cross.cat";
import filters from "../../models/standard/filters.cat";
import lock from "../../models/standard/lock.cat";
import reference from "../../models/standard/reference.cat";
import stdlib from "../../models/standard/stdlib.cat";
import type { SourceFile } from "../source/span.ts";

/** Made ready before a model that is written for the reference tool, which supplies less than ringlit. */
export const referenceFile: SourceFile = { path: "<reference.cat>", text: reference };

function standard(name: string, text: string): readonly [string, SourceFile] {
	return [name, { path: `<${name}>`, text }];
}

/** Files that the reference tool has in its library: their meaning is built in, whatever lies around. */
const LIBRARY: ReadonlyMap<string, SourceFile> = new Map([
	standard("cos.cat", cos),
	standard("cos-opt.cat", cos),
	standard("cos-no-opt.cat", cos),
	standard("cross.cat", cross),
	standard("filters.cat", filters),
	standard("stdlib.cat", stdlib),
]);

/** Files that lie beside a kernel tree's model and stand in for a missing one. */
const FALLBACKS: ReadonlyMap<string, SourceFile> = new Map([standard("lock.cat", lock)]);

/** The library's file of this name, which no other file of that name replaces. */
export function libraryFile(name: string): SourceFile | undefined {
	return LIBRARY.get(name);
}

/** The file that stands in for one of this name that is not there. */
export function fallbackFile(name: string): SourceFile | undefined {
	return FALLBACKS.get(name);
}

import { createHash } from "node:crypto";
import type { Model } from "../cat/model.ts";
import type { ReadInclude } from "../cat/model-resolver.ts";
import type { PackedModel } from "../cat/pack-model.ts";
import { unpackModel } from "../cat/unpack-model.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { BUILD_ID } from "./build-id.ts";
import type { TextCache } from "./text-cache.ts";

/** What a model is made from, beside what these texts include. */
export interface ModelParts {
	readonly model: SourceFile;
	readonly bell?: SourceFile;
	readonly variants?: readonly string[];
}

/** A resolved model with what it included: the name, and a digest of what was found for it, null for nothing. */
interface Entry {
	readonly includes: readonly (readonly [name: string, digest: string | null])[];
	readonly model: PackedModel;
}

/**
 * Reads a model, or takes it from the cache if the same build has made it of the same texts before. Every text that
 * an entry was made from is read again and compared, and every name that was included is looked up again, so a
 * cached model is always the one that reading would give. Not kept are models with warnings, which belong to
 * their spans, and models that are interpreted, which are more than data.
 *
 * @param readInclude as for `loadModel`; asked once for each name
 * @param build names the code that reads models; without it nothing is kept
 */
export async function loadThroughCache(
	parts: ModelParts,
	readInclude: ReadInclude,
	cache: TextCache | undefined,
	build: string | undefined = BUILD_ID,
): Promise<Result<Model>> {
	// A file that changes while the model is being read must not be seen in two states.
	const included = new Map<string, SourceFile | undefined>();
	const readOnce: ReadInclude = (name) => {
		if (!included.has(name)) included.set(name, readInclude(name));
		return included.get(name);
	};
	const key = build === undefined ? undefined : keyOf(parts, build);
	const kept = key === undefined ? undefined : parseEntry(cache?.read(key), readOnce);
	if (kept !== undefined) return { ok: true, value: kept, warnings: [] };

	const { loadModel } = await import("../cat/load-model.ts");
	const { model, bell, variants } = parts;
	const result = loadModel(model, readOnce, { ...(bell && { bell }), variants: new Set(variants) });
	if (key === undefined || cache === undefined) return result;
	if (!result.ok || result.warnings.length > 0 || result.value.interpret !== undefined) return result;
	const text = await formatEntry(result.value, included);
	if (text !== undefined) cache.write(key, text);
	return result;
}

/** Paths count, too: they tell whether two includes are the same file, and may name the model. */
function keyOf({ model, bell, variants = [] }: ModelParts, build: string): string {
	const facts = [build, [...new Set(variants)].sort(), digestOf(model), digestOf(bell)];
	return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

function digestOf(file: SourceFile | undefined): string | null {
	if (file === undefined) return null;
	return createHash("sha256")
		.update(JSON.stringify([file.path, file.text]))
		.digest("hex");
}

/** The model in an entry, or undefined if it is not what it should be or anything that it included has changed. */
function parseEntry(text: string | undefined, readInclude: ReadInclude): Model | undefined {
	if (text === undefined) return undefined;
	try {
		// Written by this same build, as the key says, and whole.
		const { includes, model } = JSON.parse(text) as Entry;
		if (includes.some(([name, digest]) => digestOf(readInclude(name)) !== digest)) return undefined;
		return unpackModel(model);
	} catch {
		return undefined;
	}
}

async function formatEntry(
	model: Model,
	included: ReadonlyMap<string, SourceFile | undefined>,
): Promise<string | undefined> {
	const { packModel } = await import("../cat/pack-model.ts");
	try {
		const includes = [...included].map(([name, file]) => [name, digestOf(file)] as const);
		const entry: Entry = { includes, model: packModel(model) };
		return JSON.stringify(entry);
	} catch {
		// Nested too deep for this.
		return undefined;
	}
}

import type { Model } from "../cat/model.ts";
import { Binding } from "./binding.ts";
import { Circles } from "./circles.ts";
import { type CompiledModel, compileModel } from "./evaluation/compiled-model.ts";

/** A model made ready for all programs with the same tags. */
export class PreparedModel {
	readonly compiled: CompiledModel;
	#binding: Binding | undefined;
	#circles: Circles | undefined;

	constructor(compiled: CompiledModel) {
		this.compiled = compiled;
	}

	/** Made on first use: a program whose threads never wait for each other needs none. */
	get binding(): Binding {
		this.#binding ??= new Binding(this.compiled);
		return this.#binding;
	}

	/** Made on first use, as `binding`. */
	get circles(): Circles {
		this.#circles ??= new Circles(this.compiled);
		return this.#circles;
	}
}

const prepared = new WeakMap<Model, Map<string, PreparedModel>>();

/**
 * A model compiled for programs whose events carry these tags and no others. A suite's tests share few sets
 * of tags, so what was made is kept as long as the model is.
 */
export function prepareModel(model: Model, tags: ReadonlySet<string>): PreparedModel {
	let byTags = prepared.get(model);
	if (byTags === undefined) {
		byTags = new Map();
		prepared.set(model, byTags);
	}
	const key = [...tags].sort().join(" ");
	let found = byTags.get(key);
	if (found === undefined) {
		found = new PreparedModel(compileModel(model, tags));
		byTags.set(key, found);
	}
	return found;
}

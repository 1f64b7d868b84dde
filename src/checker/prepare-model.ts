import type { Model } from "../cat/model.ts";
import { Binding } from "./binding.ts";
import { Circles } from "./circles.ts";
import { type CompiledModel, compileModel } from "./evaluation/compiled-model.ts";

/** A model made ready for all programs that have the same base sets. */
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
 * A model compiled for programs in which the base sets and relations of these names, and no others, can have
 * members. A suite's tests share few sets of names, so what was made is kept as long as the model is.
 */
export function prepareModel(model: Model, present: ReadonlySet<string>): PreparedModel {
	let byNames = prepared.get(model);
	if (byNames === undefined) {
		byNames = new Map();
		prepared.set(model, byNames);
	}
	const key = [...present].sort().join(" ");
	let found = byNames.get(key);
	if (found === undefined) {
		found = new PreparedModel(compileModel(model, present));
		byNames.set(key, found);
	}
	return found;
}

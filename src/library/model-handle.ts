import type { Model } from "../cat/model.ts";
import type { MemoryModel } from "./memory-model.ts";

const models = new WeakMap<MemoryModel, Model>();

/** A handle on a model. */
export function makeModel(name: string, model: Model): MemoryModel {
	const handle: MemoryModel = { name };
	models.set(handle, model);
	return handle;
}

/**
 * What is behind a handle.
 * @throws TypeError for anything but what `makeModel` gave in this thread, a copy of it included
 */
export function modelOf(handle: MemoryModel): Model {
	const model = models.get(handle);
	if (model === undefined) throw new TypeError("not a model that loadModel gave in this thread");
	return model;
}

import type { QuestionModel } from "../../ringbuf-model/questions/question.ts";
import type { NamedModel } from "../check-test.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";

/**
 * Loads the models of questions, each once.
 * @returns what gives a model; it throws if that, a shipped one, does not load
 */
export function questionModels(shell: Shell): (name: QuestionModel) => Promise<NamedModel> {
	const known = new Map<QuestionModel, NamedModel>();
	return async (name) => {
		const before = known.get(name);
		if (before !== undefined) return before;
		const loaded = await loadModels(name, {}, shell);
		if (!loaded.ok) throw new Error(`${name} does not load`);
		known.set(name, loaded.value[0]);
		return loaded.value[0];
	};
}

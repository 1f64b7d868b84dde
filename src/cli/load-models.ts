import type { Diagnostic } from "../source/diagnostic.ts";
import { duplicateModel } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";
import type { NamedModel } from "./check-test.ts";
import { loadNamedModel } from "./load-named-model.ts";
import type { Shell } from "./shell.ts";

/**
 * The meaning of `--model`: a model, or several with commas between. A file whose path has a comma in it is
 * one model. All that is wrong with any of them is told together.
 */
export function loadModels(
	option: string,
	shell: Pick<Shell, "files" | "modelsFolder">,
): Result<readonly NamedModel[]> {
	const isOne = !option.includes(",") || shell.files.kind(option) !== "missing";
	const names = isOne ? [option] : option.split(",").map((name) => name.trim());
	const models: NamedModel[] = [];
	const diagnostics: Diagnostic[] = [];
	const warnings: Diagnostic[] = [];
	for (const [index, name] of names.entries()) {
		if (names.indexOf(name) < index) {
			diagnostics.push(duplicateModel(name));
			continue;
		}
		const loaded = loadNamedModel(name, shell);
		if (loaded.ok) {
			models.push({ name, model: loaded.value });
			warnings.push(...loaded.warnings);
		} else diagnostics.push(...loaded.diagnostics);
	}
	return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: models, warnings };
}

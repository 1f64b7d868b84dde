import type { Program } from "../../execution/program.ts";
import { printSettings } from "../../report/display-name.ts";

/** What a replay string of a test is of: the model by its name, parameters with their values, the test's text with all that it includes. */
export function identityOf(modelName: string, { file, settings = [] }: Program): string {
	return `${modelName} ${printSettings(settings)} ${file.text}`;
}

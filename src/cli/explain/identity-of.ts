import type { Setting } from "../../execution/setting.ts";
import { printSettings } from "../../report/display-name.ts";

/** What a replay string of a test is to be of: another model, other parameters or another text make it another's. */
export function identityOf(modelName: string, settings: readonly Setting[], text: string): string {
	return `${modelName} ${printSettings(settings)} ${text}`;
}

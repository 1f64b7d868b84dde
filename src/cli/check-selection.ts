import type { TestOutcome } from "../report/test-outcome.ts";
import { type CheckSettings, checkTest } from "./check-test.ts";
import type { Row } from "./result-table.ts";
import type { Selection } from "./select-tests.ts";
import type { Shell } from "./shell.ts";

/** Checks what was selected; undefined if the filter leaves it out. */
export async function checkSelection(
	selection: Selection,
	settings: CheckSettings,
	shell: Shell,
): Promise<Row | undefined> {
	if (!("diagnostics" in selection)) return checkTest(selection.path, settings, shell);
	const { path, diagnostics } = selection;
	return settings.models.map(
		({ name }): TestOutcome => ({ file: path, model: name, seconds: 0, status: "error", diagnostics }),
	);
}

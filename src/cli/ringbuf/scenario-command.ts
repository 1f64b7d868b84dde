import { formatRing } from "../../report/format-ring.ts";
import { createPaint, type Paint } from "../../report/paint.ts";
import type { RingOutcome } from "../../report/ring-outcome.ts";
import { SCENARIOS, type ScenarioCase } from "../../ringbuf-model/scenarios.ts";
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { unknownScenario } from "../../source/messages-ringbuf.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { isColored } from "../is-colored.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";
import { checkRing } from "./check-ring.ts";
import type { RingbufOptions } from "./options.ts";

/**
 * Checks the configurations of one scenario, or of all, and says whether each is as it is known to be.
 * @param names the scenarios; all if empty
 * @returns the exit code: 0 if all is as expected, 1 if not, 3 if something is not known, 2 on bad input
 */
export async function scenarioCommand(
	names: readonly string[],
	options: Pick<RingbufOptions, "color" | "timeout">,
	shell: Shell,
): Promise<number> {
	const paint = createPaint(isColored(options.color, shell.environment, shell.isTerminal));
	const known = SCENARIOS.map(({ name }) => name);
	const wrong = names.find((name) => !known.includes(name));
	if (wrong !== undefined) {
		shell.writeError(`${formatDiagnostic(unknownScenario(wrong, nearestNames(wrong, known), known))}\n`);
		return BAD_INPUT;
	}
	let code = 0;
	for (const { name, meaning, cases } of SCENARIOS) {
		if (names.length > 0 && !names.includes(name)) continue;
		shell.write(`${paint.strong(name)}: ${meaning}\n`);
		for (const one of cases) code = worse(code, await checkCase(one, options, paint, shell));
		if (shell.isInterrupted()) break;
	}
	return code;
}

async function checkCase(
	{ label, configuration, expectations }: ScenarioCase,
	{ timeout }: Pick<RingbufOptions, "timeout">,
	paint: Paint,
	shell: Shell,
): Promise<number> {
	let code = 0;
	for (const modelName of new Set(expectations.map(({ model }) => model))) {
		const asked = expectations.filter(({ model }) => model === modelName);
		const models = await loadModels(modelName, {}, shell);
		if (!models.ok) throw new Error(`${modelName} does not load`);
		const outcome = await checkRing(
			{ ...configuration, properties: asked.map(({ property }) => property) },
			models.value[0],
			{ symmetry: true, stopWhenDecided: true, ...(timeout !== undefined && { timeout }) },
			shell,
		);
		if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("; "));
		shell.write(`  ${label}\n${indent(formatRing(outcome.value, paint))}\n`);
		for (const { property, expected } of asked) {
			const found = findingOf(outcome.value, property);
			if (found === expected) continue;
			shell.write(`    ${paint.bad(`expected: ${property} ${expected}`)}\n`);
			code = worse(code, found === "incomplete" ? 3 : 1);
		}
	}
	return code;
}

function findingOf(outcome: RingOutcome, property: string): string | undefined {
	return outcome.properties.find(({ name }) => name === property)?.finding;
}

/** 1 goes before 3, and 3 before 0. */
function worse(one: number, other: number): number {
	return one === 1 || other === 1 ? 1 : Math.max(one, other);
}

function indent(text: string): string {
	return text.replaceAll(/^/gm, "    ");
}

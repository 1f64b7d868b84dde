import type { Program } from "../../execution/program.ts";
import { outcomeOf } from "../../explain/why-forbidden.ts";
import { formatProposition } from "../../report/format-proposition.ts";
import { unknownProperty } from "../../source/messages-cli.ts";
import type { Result } from "../../source/result.ts";
import type { Asked } from "./asked.ts";

/** The flag of models that look for data races, which can be asked for like a property. */
export const RACE = "data-race";

/** Names that a property asked for by the command line has; no test can have it. */
export const ASKED_STATE = "--state";

/**
 * What is to be explained of a test: what the user asks for, else what its condition asks for or says never to happen, else its first
 * property, else a data race.
 * @param property a property's name, or `data-race`
 */
export function askOfTest(program: Program, property: string | undefined): Result<Asked> {
	const { properties = [] } = program;
	const asked = (value: Asked): Result<Asked> => ({ ok: true, value, warnings: [] });
	const race: Asked = { wanted: { kind: "flag", flag: RACE }, text: "a data race" };
	const state = properties.find(({ name }) => name === ASKED_STATE);
	if (state?.kind === "final") {
		const { proposition } = state;
		return asked({ wanted: { kind: "outcome", proposition }, text: formatProposition(program, proposition) });
	}
	const names = properties.map(({ name }) => name);
	if (property !== undefined && names.includes(property))
		return asked({ wanted: { kind: "property", property: names.indexOf(property) }, text: property });
	if (property === RACE) return asked(race);
	if (property !== undefined)
		return { ok: false, diagnostics: [unknownProperty(property, [...names, RACE])] };
	const outcome = outcomeOf(program);
	if (program.proposition.kind !== "true")
		return asked({
			wanted: { kind: "outcome", proposition: outcome },
			text: formatProposition(program, outcome),
		});
	if (names.length > 0) return asked({ wanted: { kind: "property", property: 0 }, text: names[0] });
	return asked(race);
}

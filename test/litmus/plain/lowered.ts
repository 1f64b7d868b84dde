import { check } from "../../../src/checker/check.ts";
import type { Program } from "../../../src/execution/program.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { writePlain } from "../../../src/litmus/plain/write-plain.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";

const model = shippedModel("lkmm");

/** The text of the plain test that a program stands for. Throws if there is none. */
export function plainText(program: Program): string {
	const text = writePlain(program);
	if (!text.ok) throw new Error(text.diagnostics.map(({ message }) => message).join("; "));
	return text.value;
}

/** That text, read again: without a warning, and without a word that plain tests have not. */
export function lowered(program: Program): Program {
	const text = plainText(program);
	const result = loadProgram({ path: "plain", text });
	const said = result.ok ? result.warnings : result.diagnostics;
	if (!result.ok || said.length > 0) throw new Error(`${said[0].message}\n${text}`);
	const body = text.replaceAll(/\(\*.*\*\)|^(?:filter|exists|~exists|forall).*$/gm, "");
	const odd = /&&|\|\||\?|<<|>>|\+\+|--|[-+|&^]=|\b(?:for|while|do|goto|switch|return|struct \w+ \{)\b/.exec(
		body,
	);
	if (odd !== null) throw new Error(`${odd[0]} is not plain:\n${text}`);
	return result.value;
}

/** A state with the names that cells of arrays and structures have in plain tests, its parts in order. */
function renamed(state: string): string {
	return state
		.split("; ")
		.map((part) => part.replaceAll(/[^\w:=-]+/g, "_").replace(/_(?==)/, ""))
		.sort()
		.join("; ");
}

/** What a check finds of a program. */
export function findings(program: Program): object {
	const { kind, positive, negative, states, flags } = check(program, model, { unroll: 4 });
	return { kind, positive, negative, states: states.map(renamed).sort(), flags };
}

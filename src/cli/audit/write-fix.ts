import type { Audit } from "../../audit/audit.ts";
import { editedText } from "../../audit/edited-text.ts";
import type { Run } from "../../audit/trial.ts";
import type { Program } from "../../execution/program.ts";
import type { Quantifier } from "../../execution/proposition.ts";
import { asking } from "../../explain/pairs/outcomes.ts";
import { findResults } from "../../litmus/find-results.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { changeInMacro, fixElsewhere, fixNotConfirmed, nothingToFix } from "../../source/messages-audit.ts";
import type { Result } from "../../source/result.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Shell } from "../shell.ts";

/**
 * Writes a test with the cheapest of its largest weakenings, or where something happens that should not the cheapest of its smallest repairs. The
 * edited text is read and searched first, as any test: only what is confirmed is written.
 * @returns what stood against it
 */
export async function writeFix(
	target: string,
	file: SourceFile,
	audit: Audit,
	load: (file: SourceFile) => Result<Program>,
	run: Run,
	shell: Shell,
): Promise<readonly Diagnostic[]> {
	const isBroken = audit.possible.length > 0;
	const choice = isBroken ? audit.repairs?.choices[0] : audit.together[0];
	if (choice === undefined) return [nothingToFix(isBroken)];
	const { sites } = isBroken && audit.repairs !== undefined ? audit.repairs : audit;
	const edits = choice.steps.flatMap(({ alternative }) => alternative.edits ?? []);
	const unknown = choice.steps.find(({ alternative }) => alternative.edits === undefined);
	if (unknown !== undefined) return [changeInMacro(sites[unknown.site].spans[0])];
	const elsewhere = edits.find(({ span }) => span.file.path !== file.path);
	if (elsewhere !== undefined) return [fixElsewhere(elsewhere.span)];
	const edited = editedText(file.text, edits);
	const program = load({ path: target, text: edited });
	if (!program.ok) return program.diagnostics;
	const verdict = await run(asking(program.value).program, 0, false);
	// A repair is for what happened; a weakening may bring back nothing that did not happen.
	const happened = new Set(audit.possible.map(({ outcome }) => outcome));
	const isWrong = verdict.properties.some(
		({ happens }, outcome) => happens && happened.has(outcome) === isBroken,
	);
	const isOpen = verdict.kind === "incomplete" && verdict.limits.some((limit) => limit !== "decided");
	if (isWrong || isOpen) return [fixNotConfirmed(!isWrong)];
	const text = isBroken ? withResult(edited, audit, program.value.quantifier) : edited;
	const fault = shell.files.write(target, text);
	return fault === undefined ? [] : [fault];
}

/** A repaired test with a `Result:` comment that says so: what happened does no longer. */
function withResult(text: string, { possible, outcomes }: Audit, quantifier: Quantifier): string {
	const found = findResults(text).at(0);
	if (found === undefined) return text;
	const [whole, gap, result, wider, flag] = found;
	const kinds = possible.map(({ subject, outcome }) => outcomes[subject][outcome].kind);
	// What must not happen is that the condition is true; of `forall`, that it is false.
	const [wanted, opposite] = quantifier === "forall" ? ["Always", "Never"] : ["Never", "Always"];
	const isWrong = kinds.includes("condition") && (result === "Sometimes" || result === opposite);
	const second = kinds.includes("race") && flag === "DATARACE" ? "" : `${wider}${flag}`;
	const head = whole.slice(0, whole.length - `${gap}${result}${wider}${flag}`.length);
	const promise = `${head}${gap}${isWrong ? wanted : result}${second}`;
	return text.slice(0, found.index) + promise + text.slice(found.index + whole.length);
}

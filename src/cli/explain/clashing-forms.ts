import type { Diagnostic } from "../../source/diagnostic.ts";
import { conflictingOptions } from "../../source/messages-cli.ts";
import type { TellingOptions } from "./options.ts";

const FORMS = ["mail", "json", "dot", "svg", "html"] as const;

/** What is wrong if two forms of a story would be mixed on standard output, where no program could tell them apart. */
export function clashingForms(options: Pick<TellingOptions, (typeof FORMS)[number]>): Diagnostic | undefined {
	const [first, second] = FORMS.filter((form) => options[form] === true || options[form] === "-");
	if (second === undefined) return undefined;
	const hint = `only one of them can be on standard output; a file takes another: --${second} FILE`;
	return conflictingOptions(`--${first}`, `--${second}`, hint);
}

import type { Dialect } from "../../litmus/dialect.ts";
import { helperNamed } from "../../litmus/helper-for.ts";
import type { Macro } from "../../litmus/macro-table.ts";
import type { Action } from "../../litmus/primitive.ts";
import { PRIMITIVES } from "../../litmus/primitives.ts";
import { signature } from "../../litmus/signature.ts";
import { fence } from "../markdown.ts";
import { actionsOfMacro } from "./actions-of-macro.ts";
import { describeAction } from "./describe-action.ts";

function describeActions(actions: readonly Action[]): string {
	const parts = actions.map(describeAction);
	const events = parts.map(({ events }) => `\`${events}\``).join(", then ");
	const sentences = [...new Set(parts.flatMap(({ sentences }) => sentences))];
	return [`Events: ${events}`, ...sentences].join("\n\n");
}

function describeMacro(macro: Macro, dialect: Dialect): string {
	const { name, parameters, span } = macro;
	const { text } = span.file;
	const end = text.indexOf("\n", span.start);
	const line = text.slice(span.start, end < 0 ? text.length : end).trim();
	const actions = actionsOfMacro(macro, dialect);
	const what = actions.length === 0 ? [] : [describeActions(actions)];
	const file = span.file.path.replace(/^.*[/\\]/, "");
	return [
		fence("c", `${name}(${parameters.join(", ")})`),
		...what,
		`As \`${file}\` defines it:`,
		fence("c", line),
	].join("\n");
}

/**
 * What a call of a name does that a test does not declare, in Markdown: of a primitive its events and what they promise,
 * of a helper its form. Undefined if nothing of that name can be called.
 */
export function describeCallable(name: string, dialect: Dialect): string | undefined {
	const macro = dialect.macros?.get(name);
	if (macro) return describeMacro(macro, dialect);
	const primitive = dialect.macros === undefined ? PRIMITIVES.get(name) : undefined;
	if (primitive) return `${fence("c", signature(primitive))}\n${describeActions([primitive.action])}`;
	const helper = helperNamed(name);
	return helper && fence("c", helper.form);
}

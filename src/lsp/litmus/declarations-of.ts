import type { External, FunctionSyntax, InitialEntry, Process } from "../../litmus/ast.ts";
import type { LitmusTest } from "../../litmus/test-syntax.ts";
import { originalSpan } from "../../source/original-span.ts";
import type { Span } from "../../source/span.ts";
import type { Declaration } from "../declaration.ts";
import { bodyDeclarations, writeDeclarator } from "./body-declarations.ts";
import { declarationsOfType } from "./declarations-of-type.ts";
import { writeType } from "./write-type.ts";

function writtenAt({ file, start, end }: Span): string {
	return file.text.slice(start, end).replaceAll(/\s+/g, " ").trim();
}

function ofFunction(syntax: FunctionSyntax, fileScope: ReadonlySet<string>): readonly Declaration[] {
	const { name, result, parameters, body, span } = syntax;
	const whole = originalSpan(span);
	const written = parameters.map(({ type, name }) => writeType(type, name?.name));
	const found: Declaration[] = [
		{
			name: name.name,
			kind: "function",
			span: originalSpan(name.span),
			whole,
			text: `${writeType(result)} ${name.name}(${written.join(", ") || "void"})`,
		},
	];
	for (const parameter of parameters) {
		if (parameter.name === undefined) continue;
		found.push({
			name: parameter.name.name,
			kind: "parameter",
			span: originalSpan(parameter.name.span),
			whole: originalSpan(parameter.span),
			scope: whole,
			text: writeType(parameter.type, parameter.name.name),
		});
	}
	const outer = new Set([...fileScope, ...parameters.flatMap((one) => (one.name ? [one.name.name] : []))]);
	if (body) found.push(...bodyDeclarations(body, whole, outer, undefined));
	return found;
}

function ofExternal(external: External, fileScope: ReadonlySet<string>): readonly Declaration[] {
	if (external.kind === "function") return ofFunction(external, fileScope);
	if (external.kind === "assertion") return [];
	const kind = external.kind === "typedef" ? "type" : "variable";
	const own = external.kind === "variables" ? declarationsOfType(external.type, undefined) : [];
	const names = external.declarators.flatMap((declarator): Declaration[] => [
		{
			name: declarator.name.name,
			kind,
			span: originalSpan(declarator.name.span),
			whole: originalSpan(declarator.span),
			text: `${kind === "type" ? "typedef " : ""}${writeDeclarator(declarator)}`,
		},
		...(external.kind === "typedef" ? declarationsOfType(declarator.type, undefined) : []),
	]);
	return [...own, ...names];
}

function ofEntry(entry: InitialEntry): Declaration {
	const whole = originalSpan(entry.span);
	const text = writtenAt(entry.span);
	if (entry.kind === "variable")
		return { name: entry.name.name, kind: "initial", span: originalSpan(entry.name.span), whole, text };
	const { register } = entry;
	const { file, end } = register.span;
	const span = originalSpan({ file, start: Math.max(0, end - register.name.length), end });
	return { name: register.name, kind: "initial", span, whole, process: register.thread, text };
}

function ofProcess(process: Process, fileScope: ReadonlySet<string>): readonly Declaration[] {
	const { number, heading, parameters, index, body, span } = process;
	const whole = originalSpan(span);
	const name = writtenAt(heading);
	const written = parameters.map((one) => writeType(one.type, one.name.name));
	const found: Declaration[] = [
		{
			name,
			kind: "process",
			span: originalSpan(heading),
			whole,
			process: number,
			text: `${name}(${written.join(", ")})`,
		},
	];
	for (const { name: of, type, span: place } of parameters) {
		found.push({
			name: of.name,
			kind: "parameter",
			span: originalSpan(of.span),
			whole: originalSpan(place),
			scope: whole,
			process: number,
			text: writeType(type, of.name),
		});
	}
	if (index) {
		const place = originalSpan(index.span);
		const text = `${index.name}  // the process's number`;
		found.push({
			name: index.name,
			kind: "local",
			span: place,
			whole: place,
			scope: whole,
			process: number,
			text,
		});
	}
	const outer = new Set([...fileScope, ...parameters.map((one) => one.name.name)]);
	return [...found, ...bodyDeclarations(body, whole, outer, number)];
}

/**
 * Everything that a test declares but its macros, at the places where it was written: in the test's file or in one that
 * it includes. A name that a macro makes is declared where the macro is used. Of processes with one text, the first.
 */
export function declarationsOf({ initial, externals, processes }: LitmusTest): readonly Declaration[] {
	const fileScope = new Set(
		externals.flatMap((external) => {
			if (external.kind === "function") return [external.name.name];
			return external.kind === "assertion" ? [] : external.declarators.map(({ name }) => name.name);
		}),
	);
	return [
		...externals.flatMap((external) => ofExternal(external, fileScope)),
		...initial.map(ofEntry),
		...processes
			.filter(({ isRepeated }) => isRepeated !== true)
			.flatMap((process) => ofProcess(process, fileScope)),
	];
}

import { loadModel } from "../../src/cat/load-model.ts";
import type { Model, ModelNode } from "../../src/cat/model.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import type { Result } from "../../src/source/result.ts";
import { builtinModels } from "./builtin-models.ts";

/** Loads a model's text; `files` are what it can include. */
export function load(text: string, files: Readonly<Record<string, string>> = {}): Result<Model> {
	return loadModel({ path: "test.cat", text }, (name) =>
		name in files ? { path: name, text: files[name] } : undefined,
	);
}

function loaded(result: Result<Model> | undefined): Model {
	if (result?.ok) return result.value;
	throw new Error(result?.diagnostics.map((diagnostic) => diagnostic.message).join("\n"));
}

/** The model of a text that must load. */
export function model(text: string): Model {
	return loaded(load(text));
}

/** A model that comes with the tool. */
export function builtin(name: string): Model {
	const file = builtinModels.get(`${name}.cat`);
	return loaded(file && loadModel(file, (include) => builtinModels.get(include)));
}

/** What `name` is defined as in `text`. */
export function definition(text: string, name = "x"): ModelNode {
	const node = model(text).definitions.get(name);
	if (node === undefined) throw new Error(`${name} is not defined`);
	return node;
}

/** The errors of a text that must not load, as `code at the text they point to`. */
export function errors(text: string, files: Readonly<Record<string, string>> = {}): string[] {
	const result = load(text, files);
	if (result.ok) return [];
	return result.diagnostics.map(describe);
}

function describe({ code, span }: Diagnostic): string {
	return span === undefined ? code : `${code} at ${span.file.text.slice(span.start, span.end)}`;
}

/** A node as text with every operator's operands in brackets. */
export function written(node: ModelNode): string {
	switch (node.op) {
		case "base":
			return node.name;
		case "empty":
			return "0";
		case "union":
			return `(${node.operands.map(written).join(" | ")})`;
		case "intersection":
			return `(${node.operands.map(written).join(" & ")})`;
		case "sequence":
			return `(${node.operands.map(written).join(" ; ")})`;
		case "difference":
			return `(${written(node.left)} \\ ${written(node.right)})`;
		case "product":
			return `(${written(node.left)} * ${written(node.right)})`;
		case "complement":
			return `~${written(node.operand)}`;
		case "inverse":
			return `${written(node.operand)}^-1`;
		case "optional":
			return `${written(node.operand)}?`;
		case "plus":
			return `${written(node.operand)}+`;
		case "star":
			return `${written(node.operand)}*`;
		case "identity":
			return `[${written(node.operand)}]`;
		case "domain":
		case "range":
			return `${node.op}(${written(node.operand)})`;
		case "recursive":
			return node.group.names[node.member];
	}
}

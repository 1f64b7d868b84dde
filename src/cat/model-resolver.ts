import type { Diagnostic } from "../source/diagnostic.ts";
import { includeCircular, includeMissing } from "../source/messages-cat.ts";
import type { SourceFile, Span } from "../source/span.ts";
import type { Scope } from "./cat-value.ts";
import { ExpressionResolver } from "./expression-resolver.ts";
import type { Axiom, ModelNode } from "./model.ts";
import { NodeTable } from "./node-table.ts";
import { parseModel } from "./parse-model.ts";
import { baseScope } from "./prelude.ts";
import { defineAll } from "./resolve-definitions.ts";
import type { ModelText, Statement } from "./syntax.ts";

/** Finds the text that an `include` names, or undefined if there is none. */
export type ReadInclude = (name: string) => SourceFile | undefined;

type Check = Extract<Statement, { kind: "check" }>;

/** Runs the statements of a model and of the files it includes, top to bottom. */
export class ModelResolver {
	readonly axioms: Axiom[] = [];
	readonly definitions = new Map<string, ModelNode>();
	private readonly expressions = new ExpressionResolver(new NodeTable());
	private readonly readInclude: ReadInclude;
	private readonly included = new Set<string>();
	/** The files being read, outermost first. */
	private readonly open: string[] = [];
	private scope: Scope;

	constructor(readInclude: ReadInclude) {
		this.readInclude = readInclude;
		this.scope = baseScope(this.expressions.table);
	}

	/** The errors met so far, each once, though a function's body is resolved once a call. */
	get diagnostics(): Diagnostic[] {
		const seen = new Map<string, Diagnostic>();
		for (const diagnostic of this.expressions.diagnostics) {
			const { code, span } = diagnostic;
			const key = `${code} ${span?.file.path} ${span?.start} ${span?.end}`;
			if (!seen.has(key)) seen.set(key, diagnostic);
		}
		return [...seen.values()];
	}

	/**
	 * Reads a whole file; returns its syntax tree, or undefined if it has none.
	 *
	 * @param parsed the file's syntax tree, for one that has been parsed before
	 */
	read(file: SourceFile, parsed = parseModel(file)): ModelText | undefined {
		if (!parsed.ok) {
			for (const diagnostic of parsed.diagnostics) this.expressions.report(diagnostic);
			return undefined;
		}
		this.included.add(file.path);
		this.open.push(file.path);
		for (const statement of parsed.value.statements) this.run(statement);
		this.open.pop();
		return parsed.value;
	}

	private run(statement: Statement): void {
		switch (statement.kind) {
			case "definition": {
				const { bindings, recursive } = statement;
				this.scope = defineAll(this.expressions, bindings, recursive, this.scope);
				for (const { name } of bindings) this.record(name.text);
				return;
			}
			case "check":
				this.check(statement);
				return;
			case "include":
				this.include(statement.name, statement.span);
				return;
			case "show":
				return;
		}
	}

	private record(name: string): void {
		const value = this.scope.get(name);
		if (value?.kind === "node") this.definitions.set(name, value.node);
		else if (value?.kind === "empty") {
			this.definitions.set(name, this.expressions.table.empty("relation"));
		} else this.definitions.delete(name);
	}

	private check(statement: Check): void {
		const { test, flag, negated, expression, span } = statement;
		const value = this.expressions.resolve(expression, this.scope);
		const by = `\`${test}\``;
		const node =
			test === "empty"
				? this.expressions.needNode(value, "relation", by, expression.span)
				: this.expressions.needSort(value, "relation", by, expression.span);
		if (node === undefined) return;
		const { file, start, end } = expression.span;
		const text = file.text.slice(start, end).replace(/\s+/g, " ");
		const name = statement.name?.text ?? `${negated ? "~" : ""}${test} ${text}`;
		this.axioms.push({ name, test, negated, flag, node, span });
	}

	/** A file is read once, however often it is included. */
	private include(name: string, span: Span): void {
		const file = this.readInclude(name);
		if (file === undefined) this.expressions.report(includeMissing(name, span));
		else if (this.open.includes(file.path)) {
			const chain = [...this.open.slice(this.open.indexOf(file.path)), file.path];
			this.expressions.report(includeCircular(chain, span));
		} else if (!this.included.has(file.path)) this.read(file);
	}
}

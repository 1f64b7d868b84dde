import type { Diagnostic } from "../source/diagnostic.ts";
import {
	includeCircular,
	includeMissing,
	notAProcedure,
	wrongArgumentCount,
} from "../source/messages-cat.ts";
import type { SourceFile, Span } from "../source/span.ts";
import { Annotations } from "./annotations.ts";
import { bindPattern } from "./bind-pattern.ts";
import type { CatValue, Scope } from "./cat-value.ts";
import { checkName } from "./check-name.ts";
import { ExpressionResolver } from "./expression-resolver.ts";
import { impliedAxioms } from "./implied-axioms.ts";
import { choiceAxioms } from "./lock-choice.ts";
import type { Axiom, ModelNode } from "./model.ts";
import { NodeTable } from "./node-table.ts";
import { parseOnce } from "./parse-once.ts";
import { decide } from "./resolve-branch.ts";
import { defineAll } from "./resolve-definitions.ts";
import type { Check, ModelText, Name, Statement } from "./syntax.ts";

/** Finds the text that an `include` names, or undefined if there is none. */
export type ReadInclude = (name: string) => SourceFile | undefined;

/** Runs the statements of a model and of the files it includes, top to bottom. */
export class ModelResolver {
	readonly axioms: Axiom[] = [];
	readonly definitions = new Map<string, ModelNode>();
	readonly annotations: Annotations;
	/** Whether something decides about executions that only interpretation finds out. */
	interpreted = false;
	private readonly expressions: ExpressionResolver;
	private readonly readInclude: ReadInclude;
	/** The files read so far, by path. */
	private readonly included = new Map<string, ModelText>();
	/** The paths of what includes name. */
	private readonly paths = new Map<string, string>();
	/** The files being read, outermost first. */
	private readonly open: string[] = [];
	private scope: Scope;

	/** @param scope the names that need no definition, made with the table */
	constructor(readInclude: ReadInclude, variants: ReadonlySet<string>, scope: (table: NodeTable) => Scope) {
		this.readInclude = readInclude;
		this.expressions = new ExpressionResolver(new NodeTable(), variants);
		this.annotations = new Annotations(this.expressions);
		this.scope = scope(this.expressions.table);
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

	/** Reads a whole file; returns its syntax tree, or undefined if it has none. */
	read(file: SourceFile): ModelText | undefined {
		const parsed = parseOnce(file);
		if (!parsed.ok) {
			for (const diagnostic of parsed.diagnostics) this.expressions.report(diagnostic);
			return undefined;
		}
		this.included.set(file.path, parsed.value);
		this.open.push(file.path);
		this.runAll(parsed.value.statements);
		this.open.pop();
		return parsed.value;
	}

	/** @param as the name that a call gives to all checks in a procedure */
	private runAll(statements: readonly Statement[], as?: Name): void {
		for (const statement of statements) this.run(statement, as);
	}

	private run(statement: Statement, as: Name | undefined): void {
		switch (statement.kind) {
			case "definition": {
				const { bindings, recursive, when } = statement;
				this.scope = defineAll(this.expressions, bindings, recursive, this.scope);
				for (const { name } of bindings) this.record(name.text);
				if (when !== undefined) this.check(when, as);
				return;
			}
			case "pattern":
				this.bind(statement.pattern, this.expressions.resolve(statement.value, this.scope));
				return;
			case "check":
				this.check(statement, as);
				return;
			case "include":
				this.include(statement.name, statement.span);
				return;
			case "enum":
				this.scope = this.annotations.declare(statement.name, statement.tags, this.scope);
				return;
			case "instructions":
				this.annotations.allow(statement, this.scope);
				return;
			case "choice":
				this.choose(statement);
				return;
			case "procedure": {
				const parameters = statement.parameters.map(({ text }) => text);
				const { body } = statement;
				const procedure: CatValue = { kind: "procedure", parameters, body, scope: this.scope };
				this.scope = this.scope.set(statement.name.text, procedure);
				return;
			}
			case "call":
				this.call(statement, as);
				return;
			case "forall":
				this.forEach(statement, as);
				return;
			case "if": {
				const holds = decide(this.expressions, statement.condition, this.scope);
				if (holds === undefined) this.interpreted = true;
				else this.runAll(holds ? statement.whenTrue : statement.whenFalse, as);
				return;
			}
			case "show":
				return;
		}
	}

	private bind(pattern: readonly Name[], value: CatValue): void {
		this.scope = bindPattern(this.expressions, pattern, value, this.scope);
		for (const { text } of pattern) this.record(text);
	}

	private record(name: string): void {
		const value = this.scope.get(name);
		if (value?.kind === "node") this.definitions.set(name, value.node);
		else if (value?.kind === "empty") {
			this.definitions.set(name, this.expressions.table.empty("relation"));
		} else this.definitions.delete(name);
	}

	private check(statement: Check, as: Name | undefined): void {
		const { test, manner, negated, expression, span } = statement;
		const value = this.expressions.resolve(expression, this.scope);
		if (value.kind === "unknown") {
			this.interpreted = true;
			return;
		}
		const by = `\`${test}\``;
		const node =
			test === "empty"
				? this.expressions.needNode(value, "relation", by, expression.span)
				: this.expressions.needSort(value, "relation", by, expression.span);
		if (node === undefined) return;
		const flag = manner !== "forbid";
		// What must hold raises its flag where it does not.
		const turned = manner === "assert" || manner === "undefined_unless";
		const axiom: Axiom = {
			name: checkName(statement, as),
			test,
			negated: negated !== turned,
			flag,
			node,
			span,
		};
		this.axioms.push(axiom, ...impliedAxioms(this.expressions.table, this.scope, axiom));
	}

	private choose({ pattern, from, span }: Extract<Statement, { kind: "choice" }>): void {
		const value = this.expressions.resolve(from, this.scope);
		const found = choiceAxioms(this.expressions.table, value, pattern[0].text, span);
		if (found === undefined) {
			this.interpreted = true;
			this.bind(pattern, { kind: "unknown" });
			return;
		}
		this.axioms.push(...found.axioms);
		this.bind(pattern, found.value);
	}

	private call(statement: Extract<Statement, { kind: "call" }>, as: Name | undefined): void {
		const { procedure, span } = statement;
		const callee = this.expressions.resolve(
			{ kind: "name", name: procedure.text, span: procedure.span },
			this.scope,
		);
		const values = statement.arguments.map((argument) => this.expressions.resolve(argument, this.scope));
		if (callee.kind === "unknown") return;
		if (callee.kind !== "procedure") {
			this.expressions.report(notAProcedure(procedure.text, procedure.span));
			return;
		}
		const { parameters, body } = callee;
		if (values.length !== parameters.length) {
			this.expressions.report(wrongArgumentCount(parameters.length, values.length, span));
			return;
		}
		const outer = this.scope;
		this.scope = parameters.reduce((scope, name, index) => scope.set(name, values[index]), callee.scope);
		this.runAll(body, statement.name ?? as);
		this.scope = outer;
	}

	/** The elements of a set that only an execution has are left to interpretation. */
	private forEach(statement: Extract<Statement, { kind: "forall" }>, as: Name | undefined): void {
		const value = this.expressions.resolve(statement.in, this.scope);
		if (value.kind === "empty") return;
		if (value.kind !== "elements") {
			this.interpreted = true;
			return;
		}
		const outer = this.scope;
		for (const element of value.elements) {
			this.scope = outer.set(statement.variable.text, element);
			this.runAll(statement.body, as);
		}
		this.scope = outer;
	}

	/** The file that an `include` named, as it was read; undefined for one that had none. */
	includedFile(name: string): { readonly path: string; readonly text: ModelText } | undefined {
		const path = this.paths.get(name);
		const text = path === undefined ? undefined : this.included.get(path);
		return path === undefined || text === undefined ? undefined : { path, text };
	}

	/** A file is read once, however often it is included. */
	private include(name: string, span: Span): void {
		const file = this.readInclude(name);
		if (file !== undefined) this.paths.set(name, file.path);
		if (file === undefined) this.expressions.report(includeMissing(name, span));
		else if (this.open.includes(file.path)) {
			const chain = [...this.open.slice(this.open.indexOf(file.path)), file.path];
			this.expressions.report(includeCircular(chain, span));
		} else if (!this.included.has(file.path)) this.read(file);
	}
}

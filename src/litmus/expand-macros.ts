import * as messages from "../source/messages-litmus.ts";
import type { Span } from "../source/span.ts";
import type { CExpression, CStatement, External, InitializerSyntax, Name } from "./ast.ts";
import type { Macro, MacroBody, MacroTable } from "./macro-table.ts";
import type { Report } from "./report.ts";
import type { LitmusTest } from "./test-syntax.ts";

/** Nodes of all processes of a test, expanded: macros that double their argument can make any number. */
const NODE_LIMIT = 100_000;

/** What the names and the text of a macro's body stand for; absent where the test's own text is. */
interface Expansion {
	/** The test's call that all this has come from; an object of its own, by which messages are told apart. */
	readonly span: Span;
	/** The macro that the test calls there. */
	readonly through: string;
	readonly operands: ReadonlyMap<string, { readonly expression: CExpression; readonly within?: Expansion }>;
}

type Call = CExpression & { kind: "call" };

/** Replaces the calls of macros in a test. */
class Expander {
	readonly #macros: MacroTable;
	readonly #report: Report;
	#nodes = 0;

	constructor(macros: MacroTable, report: Report) {
		this.#macros = macros;
		this.#report = report;
	}

	statement(statement: CStatement, within?: Expansion): CStatement {
		const span = within?.span ?? statement.span;
		const inner = (part: CStatement): CStatement => this.statement(part, within);
		const expression = (part: CExpression): CExpression => this.expression(part, within);
		if (this.#isTooMuch(span)) return { kind: "empty", span };
		switch (statement.kind) {
			case "block":
				return { ...statement, statements: statement.statements.map(inner), span };
			case "declaration": {
				const declarators = statement.declarators.map((one) => ({
					...one,
					...(one.initializer && { initializer: this.#initializer(one.initializer, within) }),
					name: this.#name(one.name, within),
					span: within?.span ?? one.span,
				}));
				return { ...statement, declarators, span };
			}
			case "expression": {
				const call = statement.expression.kind === "call" ? statement.expression : undefined;
				const entered = call && this.#enter(call, within);
				if (entered?.body.kind !== "statements") {
					return { ...statement, expression: expression(statement.expression), span };
				}
				const statements = entered.body.statements.map((part) => this.statement(part, entered.expansion));
				return { kind: "block", statements, span };
			}
			case "if": {
				const { condition, then, otherwise } = statement;
				return {
					...statement,
					condition: expression(condition),
					// biome-ignore lint/suspicious/noThenProperty: the field is C's word; no promise is near
					then: inner(then),
					...(otherwise && { otherwise: inner(otherwise) }),
					span,
				};
			}
			case "while":
			case "do":
				return {
					...statement,
					condition: expression(statement.condition),
					body: inner(statement.body),
					span,
				};
			case "for": {
				const { start, condition, step, body } = statement;
				return {
					...statement,
					start: inner(start),
					...(condition && { condition: expression(condition) }),
					...(step && { step: expression(step) }),
					body: inner(body),
					span,
				};
			}
			case "switch":
				return { ...statement, subject: expression(statement.subject), body: inner(statement.body), span };
			case "case": {
				const { value, body } = statement;
				return { ...statement, ...(value && { value: expression(value) }), body: inner(body), span };
			}
			case "label":
				return { ...statement, body: inner(statement.body), span };
			case "return":
				return { ...statement, ...(statement.value && { value: expression(statement.value) }), span };
			default:
				return { ...statement, span };
		}
	}

	#initializer(node: InitializerSyntax, within: Expansion | undefined): InitializerSyntax {
		const span = within?.span ?? node.span;
		if (node.kind === "value") return { ...node, expression: this.expression(node.expression, within), span };
		const items = node.items.map((item) => ({ ...item, value: this.#initializer(item.value, within) }));
		return { ...node, items, span };
	}

	expression(node: CExpression, within?: Expansion): CExpression {
		const span = within?.span ?? node.span;
		const inner = (part: CExpression): CExpression => this.expression(part, within);
		if (this.#isTooMuch(span)) return { kind: "effects", operands: [], span };
		switch (node.kind) {
			case "name": {
				const operand = within?.operands.get(node.name);
				return operand ? this.expression(operand.expression, operand.within) : { ...node, span };
			}
			case "call":
				return this.#call(node, span, within);
			case "unary":
			case "dereference":
			case "address":
			case "step":
			case "cast":
			case "sizeofValue":
			case "member":
				return { ...node, operand: inner(node.operand), span };
			case "callThrough":
				return { ...node, callee: inner(node.callee), operands: node.operands.map(inner), span };
			case "statements":
				return { ...node, statements: node.statements.map((one) => this.statement(one, within)), span };
			case "index":
				return { ...node, array: inner(node.array), index: inner(node.index), span };
			case "binary":
			case "sequence":
				return { ...node, left: inner(node.left), right: inner(node.right), span };
			case "choose": {
				const { condition, then, otherwise } = node;
				return {
					...node,
					condition: inner(condition),
					// biome-ignore lint/suspicious/noThenProperty: the field is C's word; no promise is near
					then: inner(then),
					otherwise: inner(otherwise),
					span,
				};
			}
			case "assign":
				return { ...node, target: inner(node.target), value: inner(node.value), span };
			case "effects":
				return { ...node, operands: node.operands.map(inner), span };
			case "integer":
			case "unsupported":
			case "type":
			case "sizeofType":
				return { ...node, span };
		}
	}

	#call(call: Call, span: Span, within: Expansion | undefined): CExpression {
		const entered = this.#enter(call, within);
		if (entered === undefined) {
			return {
				...call,
				callee: this.#name(call.callee, within),
				...(call.tags && { tags: call.tags.map((tag) => this.#name(tag, within)) }),
				operands: call.operands.map((operand) => this.expression(operand, within)),
				...(within && { through: within.through }),
				span,
			};
		}
		const { body, expansion } = entered;
		if (body.kind === "value") return this.expression(body.expression, expansion);
		const operands = body.statements.flatMap((part): CExpression[] => {
			if (part.kind === "expression") return [this.expression(part.expression, expansion)];
			this.#report.add(messages.statementMacro(call.callee.name, expansion.span));
			return [];
		});
		return { kind: "effects", operands, span: expansion.span };
	}

	/** The body of the macro that is called, and what its names stand for; undefined if it is none, or not so called. */
	#enter(
		call: Call,
		within: Expansion | undefined,
	): { readonly body: MacroBody; readonly expansion: Expansion } | undefined {
		const macro = this.#macros.get(call.callee.name);
		const isPlain = call.tags === undefined && call.operator === undefined;
		if (!macro || !isPlain || macro.parameters.length !== call.operands.length) return undefined;
		const body = macro.body();
		if (!body.ok) {
			for (const diagnostic of body.diagnostics) this.#report.add(diagnostic);
			return undefined;
		}
		const operands = macro.parameters.map((parameter, index) => {
			const expression = call.operands[index];
			return [parameter, within ? { expression, within } : { expression }] as const;
		});
		const through = within?.through ?? macro.name;
		const span = within?.span ?? this.#spanOf(call, macro);
		return { body: body.value, expansion: { span, through, operands: new Map(operands) } };
	}

	/** The span of what a call of the test makes; messages about it name the macro. */
	#spanOf(call: Call, macro: Macro): Span {
		const span = { ...call.span };
		const hint = (): string => messages.madeByMacro(macro.name, macro.span);
		this.#report.explain(span, hint, true);
		for (const operand of call.operands) this.#report.explain(operand.span, hint, false);
		return span;
	}

	#name(name: Name, within: Expansion | undefined): Name {
		return within ? { ...name, span: within.span } : name;
	}

	#isTooMuch(span: Span): boolean {
		this.#nodes++;
		if (this.#nodes === NODE_LIMIT + 1) this.#report.add(messages.hugeExpansion(NODE_LIMIT, span));
		return this.#nodes > NODE_LIMIT;
	}
}

/**
 * A test with the calls of macros replaced by what they stand for. Arguments take the place of parameters as trees,
 * evaluated wherever and as often as those stand. Calls that are of no macro, or have the wrong number of arguments,
 * stay as they are, for whoever gives them a meaning to report.
 */
export function expandMacros(test: LitmusTest, macros: MacroTable, report: Report): LitmusTest {
	const expander = new Expander(macros, report);
	const processes = test.processes.map((process) => ({ ...process, body: expander.statement(process.body) }));
	const externals = test.externals.map((external): External => {
		if (external.kind !== "function" || !external.body) return external;
		return { ...external, body: expander.statement(external.body) };
	});
	return { ...test, externals, processes };
}

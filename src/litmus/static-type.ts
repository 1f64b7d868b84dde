import type { CExpression, CStatement } from "./ast.ts";
import { localValue } from "./build-expression.ts";
import { accessType, type CType, decayed, INT, pointerTo, VOID } from "./c-type.ts";
import { callable } from "./callable.ts";
import { findMember } from "./declarations/find-member.ts";
import { helperFor } from "./helper-for.ts";
import type { Call, Helper } from "./helpers/helper.ts";
import { namedConstant } from "./lower-name.ts";
import type { Lowering } from "./lowering.ts";
import { longType, sizeConstant } from "./size-constant.ts";
import { applyUnary, choiceType, combine } from "./typed-operation.ts";
import type { TypedValue } from "./typed-value.ts";
import type { FunctionDefinition } from "./unit.ts";

/** Some value of a type, where only the type of what is computed from it matters. */
function some(type: CType): TypedValue {
	return { expression: localValue(-1), type: decayed(type) };
}

function pointee(type: CType): CType {
	const pointer = decayed(type);
	return pointer.kind === "pointer" ? accessType(pointer.to) : INT;
}

function typeOfName(lowering: Lowering, name: string): CType {
	const binding = lowering.scope.find(name);
	switch (binding?.kind) {
		case "parameter":
		case "constant":
			return binding.value.type;
		case "object":
			return accessType(binding.type);
		case "function":
			return functionType(binding.definition);
		default:
			return binding?.variable.type ?? namedConstant(lowering, name)?.type ?? INT;
	}
}

function functionType({ result, parameters }: FunctionDefinition): CType {
	return { kind: "function", result, parameters: parameters.map(({ type }) => type) };
}

/** The type of what a function or a pointer to one gives. */
function resultOf(type: CType): CType {
	const called = type.kind === "pointer" ? type.to : type;
	return called.kind === "function" ? called.result : VOID;
}

function typeOfMember(type: CType, name: string): CType {
	if (type.kind !== "record") return INT;
	return accessType(findMember(type, name)?.type ?? INT);
}

/** The type of the last statement, with the names declared before it in scope. */
function typeOfStatements(lowering: Lowering, statements: readonly CStatement[]): CType {
	const { scope, unit } = lowering;
	let type: CType = VOID;
	scope.inBlock(() => {
		for (const statement of statements) {
			const declarators = statement.kind === "declaration" ? statement.declarators : [];
			for (const one of declarators) {
				const declared = unit.types.resolveOr(one.type, INT, (inner) => staticType(lowering, inner));
				scope.declare(one.name.name, {
					kind: "constant",
					value: { expression: localValue(-1), type: declared },
				});
			}
		}
		const last = statements.at(-1);
		if (last?.kind === "expression") type = staticType(lowering, last.expression);
	});
	return type;
}

function typeOfHelper(lowering: Lowering, helper: Helper, call: Call): CType {
	if (helper.operands !== undefined && helper.operands !== call.operands.length) return INT;
	const typeOf = (expression: CExpression): CType => staticType(lowering, expression);
	if (helper.type) return helper.type(lowering, call, typeOf);
	return helper.rewrite ? typeOf(helper.rewrite(call)) : INT;
}

function typeOfCall(lowering: Lowering, call: CExpression & { kind: "call" }): CType {
	const { name } = call.callee;
	if (lowering.scope.find(name)) return resultOf(typeOfName(lowering, name));
	const helper = helperFor(lowering, call);
	if (helper) return typeOfHelper(lowering, helper, call);
	const primitive = callable(lowering.dialect, call);
	// A value, if there is one, comes from the location that the call works on.
	const index = primitive?.roles.findIndex((role) => role === "address" || role === "place") ?? -1;
	const operand = call.operands.at(index);
	if (!primitive || index === -1 || operand === undefined) return VOID;
	const { action } = primitive;
	const isOld = action.kind === "update" && (action.result === "old" || action.result === "new");
	if (action.kind !== "load" && !isOld) return INT;
	const type = staticType(lowering, operand);
	return primitive.roles[index] === "address" ? pointee(type) : type;
}

/**
 * The type that an expression has, found without evaluating it. Errors in it are not reported: whoever
 * evaluates it does that. Linear in the expression.
 */
export function staticType(lowering: Lowering, expression: CExpression): CType {
	const typeOf = (inner: CExpression): CType => staticType(lowering, inner);
	switch (expression.kind) {
		case "integer": {
			const { type, isLong } = expression;
			return isLong ? longType(lowering, type.signed) : { kind: "integer", type };
		}
		case "unsupported":
			return INT;
		case "name":
			return typeOfName(lowering, expression.name);
		case "unary":
			return applyUnary(expression.operator, some(typeOf(expression.operand))).type;
		case "dereference":
			return pointee(typeOf(expression.operand));
		case "index": {
			const array = typeOf(expression.array);
			return pointee(decayed(array).kind === "pointer" ? array : typeOf(expression.index));
		}
		case "member":
			return typeOfMember(typeOf(expression.operand), expression.name.name);
		case "address":
			return pointerTo(typeOf(expression.operand));
		case "step":
			return typeOf(expression.operand);
		case "binary":
			return combine(expression.operator, some(typeOf(expression.left)), some(typeOf(expression.right))).type;
		case "choose":
			return choiceType(decayed(typeOf(expression.then)), decayed(typeOf(expression.otherwise)));
		case "assign":
			return typeOf(expression.target);
		case "sequence":
			return typeOf(expression.right);
		case "call":
			return typeOfCall(lowering, expression);
		case "effects":
			return VOID;
		case "cast":
			return lowering.unit.types.resolve(expression.type, typeOf) ?? INT;
		case "callThrough":
			return resultOf(typeOf(expression.callee));
		case "statements": {
			return typeOfStatements(lowering, expression.statements);
		}
		case "type":
			return INT;
		case "sizeofType":
		case "sizeofValue":
			return sizeConstant(lowering, 0).type;
	}
}

import type { CExpression } from "./ast.ts";
import { localValue } from "./build-expression.ts";
import { accessType, type CType, INT, pointerTo, SIZE, VOID } from "./c-type.ts";
import { callable } from "./callable.ts";
import { namedConstant } from "./lower-name.ts";
import type { Lowering } from "./lowering.ts";
import { resolveType } from "./resolve-type.ts";
import { applyUnary, choiceType, combine } from "./typed-operation.ts";
import type { TypedValue } from "./typed-value.ts";

/** Some value of a type, where only the type of what is computed from it matters. */
function some(type: CType): TypedValue {
	return { expression: localValue(-1), type };
}

function pointee(type: CType): CType {
	return type.kind === "pointer" ? accessType(type.to) : INT;
}

function typeOfName(lowering: Lowering, name: string): CType {
	const binding = lowering.scope.find(name);
	if (binding && binding.kind !== "local") return binding.value.type;
	return binding?.variable.type ?? namedConstant(lowering, name)?.type ?? INT;
}

function typeOfCall(lowering: Lowering, call: CExpression & { kind: "call" }): CType {
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
		case "integer":
			return { kind: "integer", type: expression.type };
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
			return pointee(array.kind === "pointer" ? array : typeOf(expression.index));
		}
		case "address":
			return pointerTo(typeOf(expression.operand));
		case "step":
			return typeOf(expression.operand);
		case "binary":
			return combine(expression.operator, some(typeOf(expression.left)), some(typeOf(expression.right))).type;
		case "choose":
			return choiceType(typeOf(expression.then), typeOf(expression.otherwise));
		case "assign":
			return typeOf(expression.target);
		case "sequence":
			return typeOf(expression.right);
		case "call":
			return typeOfCall(lowering, expression);
		case "effects":
			return VOID;
		case "cast":
			return resolveType(expression.type) ?? INT;
		case "sizeofType":
		case "sizeofValue":
			return SIZE;
	}
}

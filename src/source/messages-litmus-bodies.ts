import type { Diagnostic } from "./diagnostic.ts";
import { count, didYouMean, error, warning } from "./litmus-wording.ts";
import type { Span } from "./span.ts";

// What is wrong with the expressions in processes' bodies, and with the names in them.

/** A name that nothing declares and nothing assigns. */
export function undeclaredName(name: string, nearest: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? "declare it, or if it is shared take its address as a parameter";
	return error("undeclared", `\`${name}\` is neither declared nor assigned in this process`, span, hint);
}

/** A local variable that is assigned but not declared. */
export function undeclaredLocal(name: string, process: number, span: Span): Diagnostic {
	return warning(
		"undeclared-local",
		`\`${name}\` is not declared in P${process}`,
		span,
		`declare it: \`int ${name};\``,
	);
}

/**
 * A shared variable that the process does not take as a parameter.
 *
 * @param type how the parameter's declaration would begin: `int *`, `spinlock_t *`
 * @param hasOthers whether the process has parameters
 */
export function notAParameter(
	name: string,
	process: number,
	hasOthers: boolean,
	type: string,
	span: Span,
): Diagnostic {
	const hint = `add it: \`P${process}(${hasOthers ? "..., " : ""}${type}${name})\`; it is the variable's address`;
	return error(
		"not-a-parameter",
		`the shared variable \`${name}\` is not a parameter of P${process}`,
		span,
		hint,
	);
}

/** A parameter where a variable's content is meant. */
export function parameterIsAddress(name: string, span: Span): Diagnostic {
	const hint = `the content of the variable is \`*${name}\``;
	return error("parameter-is-address", `\`${name}\` is the address of a shared variable`, span, hint);
}

/** `&` before a parameter, which is an address already. */
export function addressOfParameter(name: string, span: Span): Diagnostic {
	const hint = `leave the \`&\` out: \`${name}\`; the content of the variable is \`*${name}\``;
	return error("address-of-parameter", `\`${name}\` is itself the address of a shared variable`, span, hint);
}

/** `&` where a primitive wants the location itself. */
export function addressInPrimitive(primitive: string, span: Span): Diagnostic {
	const hint = `write \`${primitive}(*x, ...)\`, x being the parameter`;
	return error(
		"address-in-primitive",
		`\`${primitive}\` takes the location itself, not its address`,
		span,
		hint,
	);
}

/** A parameter is assigned a number. */
export function parameterSetToNumber(name: string, span: Span): Diagnostic {
	const hint = `to write to the shared variable, write \`*${name}\``;
	return warning("parameter-set", `this sets \`${name}\`, an address, to a number`, span, hint);
}

/**
 * A value is used as an address; `isContent` if it is what `*` has read, `wantedBy` how the primitive is
 * called that needs the address.
 */
export function notAnAddress(isContent: boolean, wantedBy: string | undefined, span: Span): Diagnostic {
	const form = wantedBy === undefined ? undefined : `write \`${wantedBy}\`, p being the address`;
	const hint = isContent ? "this is the content: leave the `*` out to pass the address" : form;
	return error("not-an-address", "an address is needed here, and this is an integer", span, hint);
}

/** An access through `void *`. */
export function voidPointer(span: Span): Diagnostic {
	return error(
		"void-pointer",
		"nothing can be accessed through a `void *`",
		span,
		"cast it to `int *` first",
	);
}

/** An expression that cannot be assigned to. */
export function notAPlace(span: Span): Diagnostic {
	const isSplit = span.file.text.slice(span.start, span.end).includes("\n");
	const hint = isSplit ? "a `;` may be missing at the end of a line" : "to compare, write `==`";
	return error("not-a-place", "this is neither a variable nor a location in memory", span, hint);
}

/** A primitive that works on shared memory, used on a local. */
export function localInPrimitive(primitive: string, name: string, span: Span): Diagnostic {
	const hint = `if \`${name}\` holds an address, write \`*${name}\``;
	return error(
		"local-in-primitive",
		`\`${primitive}\` needs a location in shared memory; \`${name}\` is a local variable`,
		span,
		hint,
	);
}

/** A call of something that is no primitive. */
export function unknownCall(name: string, nearest: readonly string[], span: Span): Diagnostic {
	const hint = didYouMean(nearest) ?? "tests may call the primitives of the memory model alone";
	return error("unknown-call", `there is no primitive \`${name}\``, span, hint);
}

/** A call with too few or too many arguments; `form` shows how it is called. */
export function wrongArgumentCount(form: string, wanted: number, found: number, span: Span): Diagnostic {
	const name = form.replace(/\(.*/, "");
	const message = `\`${name}\` takes ${count(wanted, "argument")}, not ${found}`;
	return error("argument-count", message, span, `it is called as \`${form}\``);
}

/** What has no value is used as one. */
export function noValue(span: Span): Diagnostic {
	return error("no-value", "this has no value", span, "let it stand as a statement of its own");
}

/** Part of C that tests cannot use. */
export function unsupported(what: "floating" | "string" | "huge", span: Span): Diagnostic {
	switch (what) {
		case "floating":
			return error("unsupported", "floating-point numbers are not supported", span);
		case "string":
			return error("unsupported", "strings are not supported", span);
		case "huge":
			return error("bad-integer", "this is no integer of C, or too big for 64 bits", span);
	}
}

/** A division or remainder by the constant 0. */
export function divisionByZero(span: Span): Diagnostic {
	return error("division-by-zero", "this is a division by zero", span);
}

/** An address is stored into a variable declared as an integer too narrow for it. */
export function addressInInteger(span: Span): Diagnostic {
	return warning(
		"address-in-integer",
		"this stores an address into an integer variable",
		span,
		"declare the variable as a pointer",
	);
}

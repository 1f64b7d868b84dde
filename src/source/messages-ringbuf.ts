import type { Diagnostic } from "./diagnostic.ts";

function error(code: string, message: string, hint?: string): Diagnostic {
	return { code, severity: "error", message, ...(hint !== undefined && { hint }) };
}

function listed(names: readonly string[]): string {
	return names.join(", ");
}

/** No variant of the protocol has this name. */
export function unknownVariant(name: string, nearest: readonly string[], all: readonly string[]): Diagnostic {
	const meant = nearest.length > 0 ? `Did you mean ${nearest.join(" or ")}? ` : "";
	return error("unknown-variant", `there is no variant "${name}"`, `${meant}There are: ${listed(all)}.`);
}

/** No property has this name. */
export function unknownProperty(
	name: string,
	nearest: readonly string[],
	all: readonly string[],
): Diagnostic {
	const meant = nearest.length > 0 ? `Did you mean ${nearest.join(" or ")}? ` : "";
	return error("unknown-property", `there is no property "${name}"`, `${meant}There are: ${listed(all)}.`);
}

/** No scenario has this name. */
export function unknownScenario(
	name: string,
	nearest: readonly string[],
	all: readonly string[],
): Diagnostic {
	const meant = nearest.length > 0 ? `Did you mean ${nearest.join(" or ")}? ` : "";
	return error("unknown-scenario", `there is no scenario "${name}"`, `${meant}There are: ${listed(all)}.`);
}

/** A ring's size is no power of two. */
export function ringNotPowerOfTwo(size: number): Diagnostic {
	return error(
		"ring-size",
		`-EINVAL: a ring of ${size} bytes: max_entries must be a power of two`,
		"Take the next power of two.",
	);
}

/** A ring's size is no multiple of a page. */
export function ringBelowPage(size: number, page: number): Diagnostic {
	return error(
		"ring-size",
		`-EINVAL: a ring of ${size} bytes: max_entries must be a multiple of the page size, ${page}`,
		"With --tiny smaller rings are allowed, which wrap after a few records.",
	);
}

/** A ring's size is outside of what can be explored. */
export function ringSizeOutOfRange(size: number, least: number, most: number): Diagnostic {
	return error("ring-size", `a ring of ${size} bytes: from ${least} to ${most} bytes can be checked`);
}

/** A record does not fit into the ring. */
export function recordBeyondRing(size: number, total: number, ring: number): Diagnostic {
	return error(
		"record-size",
		`-E2BIG: a record of ${size} bytes takes ${total} with its header, and the ring has ${ring}`,
		"Take a larger ring (--size), or a smaller record (--records).",
	);
}

/** No record can ever be reserved; `least` is what the smallest takes. */
export function nothingFits(least: number, ring: number): Diagnostic {
	return {
		code: "nothing-fits",
		severity: "warning",
		message: `no record is ever reserved: the smallest takes ${least} bytes with its header, and a ring of ${ring} holds less than ${ring}`,
		hint: "What never happens here says nothing. Take a larger ring (--size), or smaller records (--records).",
	};
}

/** A record's size exceeds what a header can say. */
export function recordBeyondHeader(size: number, most: number): Diagnostic {
	return error("record-size", `-E2BIG: a record of ${size} bytes: a header holds at most ${most}`);
}

/** A record of the user ring is to end in a way that it has not. */
export function userRecordEnd(end: string): Diagnostic {
	return error(
		"record-end",
		`"${end}" is nothing that can become of a user ring's record`,
		"It is submitted, or :discard.",
	);
}

/** A value that must be a whole number within bounds is none. */
export function numberOutOfRange(what: string, value: string, least: number, most: number): Diagnostic {
	return error("out-of-range", `${what} is ${value}, and must be from ${least} to ${most}`);
}

/** The sources have no parameter of this name. */
export function unknownSetting(name: string, nearest: readonly string[], all: readonly string[]): Diagnostic {
	const meant = nearest.length > 0 ? `Did you mean ${nearest.join(" or ")}? ` : "";
	return error("unknown-setting", `there is no parameter "${name}"`, `${meant}There are: ${listed(all)}.`);
}

/** A parameter is set that follows from options. */
export function settingOfOption(name: string, option: string): Diagnostic {
	return error("setting-of-option", `"${name}" cannot be set here`, `It follows from ${option}.`);
}

/** Positions begin where none can be. */
export function badStart(start: bigint | string, bits: number): Diagnostic {
	return error(
		"bad-start",
		`positions cannot begin at ${start}: a position is a multiple of 8 that ${bits} bits hold`,
	);
}

/** The ring is too large for such narrow positions. */
export function positionsTooNarrow(bits: number, size: number): Diagnostic {
	return error(
		"positions-too-narrow",
		`positions of ${bits} bits cannot tell the rounds of a ring of ${size} bytes apart`,
		"The ring may have at most half of what a position can count.",
	);
}

/** An option makes no sense beside another. */
export function conflictingOptions(one: string, other: string, hint: string): Diagnostic {
	return error("conflicting-options", `${one} makes no sense with ${other}`, hint);
}

/** A word of `--records` is no record. */
export function badRecord(word: string, marks: readonly string[]): Diagnostic {
	return error(
		"bad-record",
		`"${word}" is no record`,
		`A record is the number of its payload's bytes, and may be followed by ${marks.map((mark) => `:${mark}`).join(", ")}.`,
	);
}

/** A value of `--set` is no `name=value`. */
export function badSetting(given: string): Diagnostic {
	return error(
		"bad-setting",
		`"${given}" sets nothing`,
		"A setting is name=value; several stand with commas between.",
	);
}

/** An option has a value that is none of its choices. */
export function unknownChoice(what: string, given: string, choices: readonly string[]): Diagnostic {
	return error("unknown-choice", `${what} cannot be "${given}"`, `It is one of ${listed(choices)}.`);
}

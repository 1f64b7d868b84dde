import type { Setting } from "../../execution/setting.ts";
import * as messages from "../../source/messages-litmus.ts";
import { nearestNames } from "../../source/nearest-names.ts";
import type { SourceFile } from "../../source/span.ts";
import type { Report } from "../report.ts";
import type { Macro } from "./macro.ts";
import { type Domain, isIn, type ParameterDeclaration, printDomain } from "./parse-parameter.ts";
import type { Token } from "./token.ts";

/** A parameter, and the files whose includes led to its declaration. */
interface Declared extends ParameterDeclaration {
	readonly open: readonly SourceFile[];
}

/** The parameters of a test, and their values: given from outside, or as declared. */
export class ParameterTable {
	readonly #given: ReadonlyMap<string, bigint>;
	readonly #report: Report;
	readonly #declared = new Map<string, Declared>();

	constructor(given: ReadonlyMap<string, bigint>, report: Report) {
		this.#given = given;
		this.#report = report;
	}

	/**
	 * Notes a declaration; one that is there already must say the same, unless it stands in a file that includes this
	 * one: that may give another default, and this one then only adds its domain.
	 *
	 * @param open the file that it stands in, after those whose includes led to it
	 * @returns the parameter as a macro, the first time
	 */
	declare(declaration: ParameterDeclaration, open: readonly SourceFile[], origin: Token): Macro | undefined {
		const { name, domain } = declaration;
		const first = this.#declared.get(name);
		if (first === undefined) this.#declared.set(name, { ...declaration, open });
		else if (!isOverridden(first, open) && !isSame(first, declaration)) {
			this.#report.add(messages.duplicateTestParameter(name, first.span, declaration.span));
			return undefined;
		}
		const effective = first ?? declaration;
		if (domain !== undefined) this.#check(effective, domain, first !== undefined);
		if (first !== undefined) return undefined;
		const { span } = declaration;
		const body = tokensOf(this.#given.get(name) ?? declaration.value, origin);
		return { name, span, isVariadic: false, body, isParameter: true };
	}

	#check(effective: ParameterDeclaration, domain: Domain, isElsewhere: boolean): void {
		const { name, value, valueSpan } = effective;
		const given = this.#given.get(name);
		const words = printDomain(domain);
		if (given !== undefined && !isIn(domain, given)) {
			this.#report.add(messages.settingOutside(name, given, words, domain.span));
		}
		if (isIn(domain, value)) return;
		const where = isElsewhere ? domain.span : undefined;
		this.#report.add(messages.parameterOutside(name, value, words, where, valueSpan));
	}

	/** The value of a parameter; undefined for a name that is none. */
	value(name: string): bigint | undefined {
		const declared = this.#declared.get(name);
		return declared && (this.#given.get(name) ?? declared.value);
	}

	/** What was given, in the order of declaration; names that nothing declares are reported, as being about `file`. */
	settings(file: SourceFile): readonly Setting[] {
		const names = [...this.#declared.keys()];
		for (const [name, value] of this.#given) {
			if (this.#declared.has(name)) continue;
			this.#report.add(
				messages.unknownSetting(name, value, nearestNames(name, names), names, { file, start: 0, end: 0 }),
			);
		}
		return names.flatMap((name) => {
			const value = this.#given.get(name);
			return value === undefined ? [] : [{ name, value }];
		});
	}
}

/** Whether a declaration stands in a file that is including the one whose declaration is read. */
function isOverridden(first: Declared, open: readonly SourceFile[]): boolean {
	return first.open.length < open.length && first.open.every((file, index) => file.path === open[index].path);
}

function isSame(one: ParameterDeclaration, other: ParameterDeclaration): boolean {
	const print = (domain: Domain | undefined): string => (domain === undefined ? "" : printDomain(domain));
	return one.value === other.value && print(one.domain) === print(other.domain);
}

function tokensOf(value: bigint, { file, start, end }: Token): readonly Token[] {
	const place = { file, start, end };
	const digits: Token = { kind: "number", text: String(value < 0n ? -value : value), ...place };
	return value < 0n ? [{ kind: "symbol", text: "-", ...place }, digits] : [digits];
}

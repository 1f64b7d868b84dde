import type { Program } from "../../execution/program.ts";
import type { Property } from "../../execution/property.ts";
import type { Proposition } from "../../execution/proposition.ts";

/** Something that a test does not want to happen. */
export type Outcome =
	/** What its condition must not find: it is true, or for `forall` it is false. */
	| { readonly kind: "condition"; readonly proposition: Proposition }
	| { readonly kind: "property"; readonly name: string }
	| { readonly kind: "race" };

/** A program that asks whether outcomes happen, and nothing else: outcome number i is its property number i. */
export interface Asking {
	readonly program: Program;
	readonly outcomes: readonly Outcome[];
}

/** The flag of the kernel's model for data races. */
const RACE = "data-race";

/** A test's own properties, its condition if it has one, and data races, each as a property of the same program. */
export function asking(program: Program): Asking {
	const { properties = [], proposition, quantifier } = program;
	const outcomes: Outcome[] = properties.map(({ name }) => ({ kind: "property", name }));
	const more: Property[] = [];
	if (proposition.kind !== "true") {
		const unwanted: Proposition =
			quantifier === "forall" ? { kind: "not", operand: proposition } : proposition;
		outcomes.push({ kind: "condition", proposition: unwanted });
		more.push({ name: "%condition", kind: "final", proposition: unwanted });
	}
	if (!properties.some((one) => one.kind === "flag" && one.flag === RACE)) {
		outcomes.push({ kind: "race" });
		more.push({ name: "%race", kind: "flag", flag: RACE });
	}
	return {
		program: {
			...program,
			quantifier: "exists",
			proposition: { kind: "true" },
			properties: [...properties, ...more],
		},
		outcomes,
	};
}

import type { NotedExecution } from "../../src/execution/noted-execution.ts";
import type { Program } from "../../src/execution/program.ts";
import type { Property } from "../../src/execution/property.ts";
import { type FinalState, isTrueOf } from "./final-state.ts";
import { isMeaningless } from "./judge-ends.ts";
import type { Path } from "./path.ts";

/** Which of a program's properties happen in the executions that were shown. */
export class JudgedProperties {
	readonly #program: Program;
	readonly #properties: readonly Property[];
	readonly happening: boolean[];

	constructor(program: Program) {
		this.#program = program;
		this.#properties = program.properties ?? [];
		this.happening = this.#properties.map(() => false);
	}

	/** Looks at a complete execution that is counted. */
	meet(choice: readonly Path[], noted: NotedExecution, state: FinalState, raised: readonly string[]): void {
		this.#add((property, index) => {
			switch (property.kind) {
				case "assertion":
					return fails(choice, index);
				case "final":
					return isTrueOf(this.#program, property.proposition, state);
				case "noted":
					return property.happens(noted) !== false;
				case "flag":
					return raised.includes(property.flag);
				default:
					return false;
			}
		});
	}

	/** Looks at an execution in which a thread breaks. */
	meetBroken(choice: readonly Path[]): void {
		this.#add(({ kind }, index) => {
			if (kind === "hang") return choice.some(({ end }) => end === "hang");
			return kind === "undefined" ? isMeaningless(choice) : fails(choice, index);
		});
	}

	#add(happens: (property: Property, index: number) => boolean): void {
		for (const [index, property] of this.#properties.entries())
			this.happening[index] ||= happens(property, index);
	}
}

function fails(choice: readonly Path[], index: number): boolean {
	return choice.some(({ claims }) =>
		claims.some(({ property, isMeaningless: isOpen }) => property === index && !isOpen),
	);
}

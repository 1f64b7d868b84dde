import type { Pointer } from "../execution/value.ts";
import type { CType } from "./c-type.ts";
import type { TypedValue } from "./typed-value.ts";
import type { FunctionDefinition } from "./unit.ts";

/** A local variable of a process. */
export interface LocalVariable {
	readonly name: string;
	/** Index among the thread's locals. */
	readonly local: number;
	/** Whether the text declares it; what is assigned to one that is not is never converted. */
	readonly declared: boolean;
	/** Of an undeclared one: that of the first value assigned to it; undefined before. */
	type: CType | undefined;
}

/** What a name stands for in a process. */
export type Binding =
	| { readonly kind: "local"; readonly variable: LocalVariable }
	/** A parameter that the process never assigns. */
	| { readonly kind: "parameter"; readonly value: TypedValue }
	/** A variable that keeps the constant it starts with, or the constant of an enumeration. */
	| { readonly kind: "constant"; readonly value: TypedValue }
	/** A variable of file scope, or a local array or structure. */
	| { readonly kind: "object"; readonly address: Pointer; readonly type: CType }
	| { readonly kind: "function"; readonly definition: FunctionDefinition };

/** The names that are visible at one point of a process, innermost block last. */
export class Scope {
	/** What names mean that no block declares. */
	readonly outer: (name: string) => Binding | undefined;
	readonly #blocks: Map<string, Binding>[] = [new Map()];
	/** Where variables were declared. */
	readonly #homes = new Map<LocalVariable, { readonly block: unknown; readonly depth: number }>();

	constructor(outer: (name: string) => Binding | undefined = () => undefined) {
		this.outer = outer;
	}

	/** Runs `body` in a block of its own. */
	inBlock(body: () => void): void {
		this.#blocks.push(new Map());
		body();
		this.#blocks.pop();
	}

	/** Runs `body` where only the names of the outermost block are visible. */
	inOutermost(body: () => void): void {
		const hidden = this.#blocks.splice(1);
		body();
		this.#blocks.push(...hidden);
	}

	find(name: string): Binding | undefined {
		for (let block = this.#blocks.length - 1; block >= 0; block--) {
			const binding = this.#blocks[block].get(name);
			if (binding) return binding;
		}
		return this.outer(name);
	}

	/** Whether a variable was declared in a block that has ended and was as deep as the innermost one is. */
	wasBeside(variable: LocalVariable): boolean {
		const home = this.#homes.get(variable);
		return home?.depth === this.#blocks.length && this.#blocks[home.depth - 1] !== home.block;
	}

	/** What the outermost block, that of the parameters, binds a name to. */
	findOutermost(name: string): Binding | undefined {
		return this.#blocks[0].get(name);
	}

	/** Binds a name in the innermost block; false if it has one there already. */
	declare(name: string, binding: Binding): boolean {
		const block = this.#blocks[this.#blocks.length - 1];
		if (block.has(name)) return false;
		block.set(name, binding);
		if (binding.kind === "local") {
			this.#homes.set(binding.variable, { block, depth: this.#blocks.length });
		}
		return true;
	}

	/** Gives a name of the innermost block another meaning. */
	replace(name: string, binding: Binding): void {
		this.#blocks[this.#blocks.length - 1].set(name, binding);
	}

	/** Binds a name in the outermost block. */
	declareOutermost(name: string, binding: Binding): void {
		this.#blocks[0].set(name, binding);
	}

	/** All visible names. */
	names(): readonly string[] {
		return this.#blocks.flatMap((block) => [...block.keys()]);
	}
}

import type { Property } from "../execution/property.ts";
import { lineColumn } from "../source/line-column.ts";
import { originalSpan } from "../source/original-span.ts";
import type { Span } from "../source/span.ts";

/** The properties that assertions in the text name: one for each place in it, however often that is inlined. */
export class Assertions {
	readonly #properties: (Property & { kind: "assertion" })[] = [];
	readonly #known = new Map<number, number>();
	readonly #names = new Set<string>();

	/**
	 * The index of the property of the assertion at a place.
	 * @param within the function, or `P0`
	 */
	at(span: Span, within: string): number {
		let index = this.#known.get(span.start);
		if (index === undefined) {
			index = this.#properties.length;
			const { file, start } = originalSpan(span);
			const name = this.#distinct(`assertion in ${within}, line ${lineColumn(file, start).line}`);
			this.#properties.push({ kind: "assertion", name, span });
			this.#known.set(span.start, index);
		}
		return index;
	}

	/** All of them, in the order of their indices. */
	properties(): readonly Property[] {
		return this.#properties;
	}

	#distinct(name: string): string {
		let distinct = name;
		for (let copy = 2; this.#names.has(distinct); copy++) distinct = `${name} (${copy})`;
		this.#names.add(distinct);
		return distinct;
	}
}

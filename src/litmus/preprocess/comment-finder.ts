/** Says where the comments of a litmus test end. All questions about one text together take linear time. */
export class CommentFinder {
	readonly #text: string;
	/** For each parenthesis of the whole text that is closed, where; made when first asked for. */
	#closing: ReadonlyMap<number, number> | undefined;
	readonly #absent = new Set<string>();

	constructor(text: string) {
		this.#text = text;
	}

	/**
	 * The end of the comment that begins at an offset; undefined if none does, and the text's length where a `/*`
	 * is never closed. A line's comment ends before the line feed.
	 */
	endAt(offset: number): number | undefined {
		const text = this.#text;
		const second = text[offset + 1];
		if (text[offset] === "/" && second === "/") return this.#find("\n", offset + 2) ?? text.length;
		if (text[offset] === "/" && second === "*") return this.#after("*/", offset + 2) ?? text.length;
		if (text[offset] !== "(" || second !== "*") return undefined;
		if (/\s/.test(text.charAt(offset + 2))) {
			const end = this.#after("*)", offset + 2);
			if (end !== undefined) return end;
		}
		this.#closing ??= closings(text);
		const close = this.#closing.get(offset);
		if (close === undefined || text[close - 1] !== "*" || close - 1 < offset + 2) return undefined;
		return close + 1;
	}

	#after(closing: string, from: number): number | undefined {
		const start = this.#find(closing, from);
		return start === undefined ? undefined : start + closing.length;
	}

	#find(wanted: string, from: number): number | undefined {
		if (this.#absent.has(wanted)) return undefined;
		const found = this.#text.indexOf(wanted, from);
		if (found >= 0) return found;
		this.#absent.add(wanted);
		return undefined;
	}
}

function closings(text: string): ReadonlyMap<number, number> {
	const found = new Map<number, number>();
	const open: number[] = [];
	for (let offset = 0; offset < text.length; offset++) {
		if (text[offset] === "(") open.push(offset);
		else if (text[offset] === ")") {
			const start = open.pop();
			if (start !== undefined) found.set(start, offset);
		}
	}
	return found;
}

import type { ReadInclude } from "../../litmus/preprocess/read-include.ts";
import type { SourceFile, Span } from "../../source/span.ts";
import type { Declaration } from "../declaration.ts";
import { type Directives, directivesOf, type IncludeDirective } from "./directives-of.ts";

/** An include with the path of what it leads to, if it was found. */
export type FoundInclude = IncludeDirective & { readonly target?: string };

/** Files that includes may lead to; a circle ends there. */
const MOST_FILES = 200;

/** A file with all that its includes lead to, in lines that are kept and in others. */
export class IncludeGraph {
	readonly files = new Map<string, SourceFile>();
	readonly macros: Declaration[] = [];
	readonly #root: string;
	readonly #includes = new Map<string, readonly FoundInclude[]>();

	constructor(root: SourceFile, readInclude: ReadInclude | undefined) {
		this.#root = root.path;
		const open = [root];
		for (let file = open.pop(); file !== undefined; file = open.pop()) {
			if (this.files.has(file.path) || this.files.size >= MOST_FILES) continue;
			this.files.set(file.path, file);
			const { includes, macros }: Directives = directivesOf(file);
			this.macros.push(...macros);
			const from = file.path;
			const found = includes.map((directive): FoundInclude => {
				const { name, isAngled } = directive;
				const target = isAngled ? readInclude?.(name) : readInclude?.(name, from);
				if (target !== undefined) open.push(target);
				return target === undefined ? directive : { ...directive, target: target.path };
			});
			this.#includes.set(from, found);
		}
	}

	/** The includes of one of the files. */
	includesIn(path: string): readonly FoundInclude[] {
		return this.#includes.get(path) ?? [];
	}

	/** The directive of the root through which it includes a path, itself or by others. */
	directiveTo(path: string): Span | undefined {
		return this.includesIn(this.#root).find(
			({ target }) => target !== undefined && this.#reaches(target, path, new Set()),
		)?.span;
	}

	#reaches(from: string, path: string, seen: Set<string>): boolean {
		if (from === path) return true;
		if (seen.has(from)) return false;
		seen.add(from);
		return this.includesIn(from).some(
			({ target }) => target !== undefined && this.#reaches(target, path, seen),
		);
	}
}

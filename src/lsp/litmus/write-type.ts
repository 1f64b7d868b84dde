import type { TypeSyntax } from "../../litmus/ast.ts";

/** A declaration in C of a name with a type; of types with more to them than words, stars and sizes, the gist. */
export function writeType({ words, pointers, arrays }: TypeSyntax, name = ""): string {
	const sizes = (arrays ?? []).map((size) => {
		const { file, start, end } = size?.span ?? { file: undefined, start: 0, end: 0 };
		return `[${file === undefined ? "" : file.text.slice(start, end)}]`;
	});
	return `${words.join(" ")} ${"*".repeat(pointers)}${name}${sizes.join("")}`.trim();
}

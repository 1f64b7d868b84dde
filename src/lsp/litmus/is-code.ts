import { tokenize } from "../../litmus/preprocess/tokenize.ts";
import type { SourceFile } from "../../source/span.ts";

/** Whether the character behind an offset is of code, not of a comment or a string. Linear in the file. */
export function isCode(file: SourceFile, offset: number): boolean {
	const token = tokenize(file).find(({ end }) => offset < end);
	return token === undefined || !["comment", "open", "quoted"].includes(token.kind);
}

import { createHash } from "node:crypto";
import { canonicalText } from "./canonical-text.ts";

/** 32 hexadecimal digits that two tests share if they differ in names, comments and white space alone. */
export function testHash(text: string): string {
	return createHash("md5").update(canonicalText(text)).digest("hex");
}

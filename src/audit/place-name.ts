import { lineColumn } from "../source/line-column.ts";
import type { Span } from "../source/span.ts";

/** A place as `--with` takes it: `28:10`, or for a text that is no file of the user's `commit.h:35:2`. */
export function placeName({ file, start }: Span, test: string): string {
	const { line, column } = lineColumn(file, start);
	const path = file.path === test ? "" : `${file.path.replace(/^<(.*)>$/, "$1")}:`;
	return `${path}${line}:${column}`;
}

import type { Span } from "../source/span.ts";

/** Whether an offset of a file lies in a span or at its end, where a cursor behind a name stands. */
export function contains({ file, start, end }: Span, path: string, offset: number): boolean {
	return file.path === path && start <= offset && offset <= end;
}

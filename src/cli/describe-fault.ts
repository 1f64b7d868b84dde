/** What was thrown, in one line: its kind and message, never its stack. */
export function describeFault(fault: unknown): string {
	return String(fault).split("\n")[0];
}

/** A remark on a test as a whole in herd7's form, on one line. */
export function herd7Warning(path: string, remark: string): string {
	return `Warning: File "${path}": ${remark} (User error)`;
}

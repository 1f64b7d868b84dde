import type { ChildProcess } from "node:child_process";

/** How a process ended, and all that it wrote. */
export interface Finished {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly output: string;
	readonly errors: string;
}

/** Waits for a process to end. */
export function finish(child: ChildProcess): Promise<Finished> {
	let output = "";
	let errors = "";
	child.stdout?.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	child.stderr?.setEncoding("utf8").on("data", (text: string) => {
		errors += text;
	});
	return new Promise((resolve) =>
		child.on("close", (code, signal) => resolve({ code, signal, output, errors })),
	);
}

import type { Shell } from "../shell.ts";

/** What the command that stands in for herd7 has of the process that it runs in. */
export interface Herd7Shell extends Pick<Shell, "files" | "modelsFolder" | "cache" | "now"> {
	/**
	 * Writes to standard output; all is written when it returns.
	 * @throws OutputFailed
	 */
	write(text: string): void;
	/**
	 * Writes to standard error; all is written when it returns.
	 * @throws OutputFailed
	 */
	writeError(text: string): void;
	/** All of standard input. */
	readInput(): Promise<string>;
}

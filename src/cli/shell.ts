import type { Files } from "./files.ts";
import type { TextCache } from "./text-cache.ts";

/** A terminal with its keyboard. */
export interface Terminal {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** Aborted when the process is asked to end. */
	readonly signal: AbortSignal;
}

/** What a command has of the process that it runs in. */
export interface Shell {
	readonly files: Files;
	/** The folder of the models that come with ringlit. */
	readonly modelsFolder: string;
	/** What is kept from run to run; absent where nothing is. */
	readonly cache?: TextCache | undefined;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Whether standard output is a terminal. */
	readonly isTerminal: boolean;
	/** The terminal that a reader sits at: standard input and output, where both are one. */
	readonly terminal?: Terminal | undefined;
	/** Writes to standard output, at once. */
	write(text: string): void;
	/** Writes to standard error, at once. */
	writeError(text: string): void;
	/** Milliseconds since some moment. */
	now(): number;
	/** Lets signals and other pending events be handled. */
	pause(): Promise<void>;
	/** Whether the user, or a reader that went away, asked the run to end; once true it stays so. */
	isInterrupted(): boolean;
}

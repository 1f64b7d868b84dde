import type { Files } from "./files.ts";
import type { WorkerSource } from "./jobs/worker-source.ts";
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
	/** Verdicts of earlier runs; absent where none are kept. */
	readonly verdicts?: TextCache | undefined;
	/** Threads that can help; absent where there are none. */
	readonly workers?: WorkerSource | undefined;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Whether standard output is a terminal. */
	readonly isTerminal: boolean;
	/** Whether standard error is one on which lines can be written over. */
	readonly isErrorTerminal?: boolean;
	/** Columns of the terminal that standard error is, as long as it is not resized. */
	readonly errorColumns?: () => number | undefined;
	/** Asks the user something that yes or no answers; absent where nobody is there to answer. */
	readonly ask?: ((question: string) => Promise<boolean>) | undefined;
	/** The terminal that a reader sits at: standard input and output, where both are one. */
	readonly terminal?: Terminal | undefined;
	/** Calls back whenever something in one of some folders may have changed, until what it returns is called. */
	readonly watch?: (folders: readonly string[], onChange: () => void) => () => void;
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

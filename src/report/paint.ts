import { Chalk } from "chalk";

/** Marks text for a terminal by what it means; without colours each is the identity. */
export interface Paint {
	readonly good: (text: string) => string;
	readonly bad: (text: string) => string;
	readonly doubtful: (text: string) => string;
	readonly quiet: (text: string) => string;
	readonly strong: (text: string) => string;
}

/** The colours of all textual reports, or none. */
export function createPaint(colored: boolean): Paint {
	const chalk = new Chalk({ level: colored ? 1 : 0 });
	return {
		good: (text) => chalk.green(text),
		bad: (text) => chalk.red(text),
		doubtful: (text) => chalk.yellow(text),
		quiet: (text) => chalk.dim(text),
		strong: (text) => chalk.bold(text),
	};
}

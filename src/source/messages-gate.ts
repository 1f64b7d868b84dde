import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/** `--shard` is not a part and a number of parts. */
export function badShard(given: string): Diagnostic {
	return error("bad-shard", `"${given}" is not a part of several, such as 2/4: the second of four.`);
}

/** `--yes` answers a question that nothing asks. */
export function answerWithoutQuestion(): Diagnostic {
	return error("answer-without-question", "--yes answers what --update asks, which is not given");
}

/** `--update` would ask, and nobody is there to answer. */
export function nobodyToAsk(): Diagnostic {
	return error(
		"nobody-to-ask",
		"--update asks before it writes, and there is no terminal to ask on",
		"--update --yes writes without asking",
	);
}

/** What is to be written would replace what was to be read; `what` says what that is: "a test". */
export function outputOverInput(option: string, path: string, what: string): Diagnostic {
	return error(
		"output-over-input",
		`${option} ${path} would replace ${what}`,
		`${option} takes the name of a file of its own; is one missing before ${path}?`,
	);
}

/** A `Result:` comment was put into a text, and the text then promised something else. */
export function resultNotWritten(path: string): Diagnostic {
	return error(
		"result-not-written",
		`${path}: there is no place in this text where ringlit can put a Result: comment`,
		"write it by hand, on a line of its own below the test's name",
	);
}

/** A test has bytes that are no UTF-8, which writing it would change. */
export function resultIntoOtherBytes(path: string): Diagnostic {
	return error(
		"result-into-other-bytes",
		`${path}: has bytes that are no UTF-8, and is left as it is`,
		"write the Result: comment by hand, or make the file UTF-8",
	);
}

/** A test changed between its check and the writing of its `Result:` comment. */
export function changedMeanwhile(path: string): Diagnostic {
	return error("changed-meanwhile", `${path}: has changed since it was checked, and is left as it is`);
}

/** Git could not be asked; `reason` is the first line of what it said. */
export function gitFailed(reason: string): Diagnostic {
	return error(
		"git-failed",
		`git cannot say what has changed: ${reason}`,
		"--changed needs git, and a folder that git keeps",
	);
}

/** A revision is none, or is not joined to the current one by any history that is here. */
export function unknownRevision(given: string): Diagnostic {
	return error(
		"unknown-revision",
		`git knows no revision "${given}" that the current one goes back to`,
		"paths go before --changed; a shallow clone lacks history: fetch more of it (on GitHub: fetch-depth: 0)",
	);
}

/** A report that is to be merged is no JSON, or not one of a part. */
export function notAPart(path: string, reason: string): Diagnostic {
	return error(
		"not-a-part",
		`${path}: is not the report of a part of a run (${reason})`,
		"such reports are made by ringlit check --shard i/n --format json",
	);
}

/** Two reports are of different runs. */
export function partsOfDifferentRuns(path: string, first: string): Diagnostic {
	return error(
		"parts-of-different-runs",
		`${path} and ${first} are parts of different runs`,
		"all parts need the same tests, options, models, number of parts and build of ringlit",
	);
}

/** Two reports are of the same part. */
export function partTwice(path: string, first: string, index: number): Diagnostic {
	return error("part-twice", `${path} and ${first} are both part ${index}`);
}

/** Parts of a run are not there. */
export function partsMissing(missing: readonly number[], count: number): Diagnostic {
	const which = missing.length === 1 ? `part ${missing[0]} is` : `parts ${missing.join(", ")} are`;
	return error("parts-missing", `${which} missing, of ${count}`, "a run is merged when all of it is there");
}

/** A configuration is no JSON. */
export function configurationSyntax(expected: string, span: Span): Diagnostic {
	return error("configuration-syntax", `expected ${expected}`, undefined, span);
}

/** A value in a configuration is not what it must be; `name` is the setting. */
export function configurationValue(name: string, complaint: string, span: Span): Diagnostic {
	const subject = name === "" ? "the configuration" : `"${name}"`;
	return error("configuration-value", `${subject}: ${complaint}`, undefined, span);
}

/** A configuration has a setting that there is not. */
export function unknownConfigurationKey(name: string, known: readonly string[], span: Span): Diagnostic {
	return error(
		"unknown-configuration-key",
		`there is no setting "${name}"`,
		`there is ${known.join(", ")}`,
		span,
	);
}

/** A configuration that is a program could not be run. */
export function configurationFault(reason: string, span: Span): Diagnostic {
	return error("configuration-fault", `the configuration fails: ${reason}`, undefined, span);
}

/** A configuration is in TypeScript, which the running Node.js cannot read. */
export function configurationNeedsNode(version: string, span: Span): Diagnostic {
	return error(
		"configuration-needs-node",
		`Node.js ${version} cannot run TypeScript`,
		"Node.js 22.18 or newer can; ringlit.config.json and ringlit.config.mjs work with any",
		span,
	);
}

/** There are several configurations in one folder. */
export function severalConfigurations(paths: readonly string[]): Diagnostic {
	return error(
		"several-configurations",
		`there are several configurations: ${paths.join(", ")}`,
		"keep one, or name one by --config",
	);
}

/** The command line and the configuration name no test. */
export function nothingToCheck(): Diagnostic {
	return error(
		"nothing-to-check",
		"no test is named",
		"ringlit check PATH... checks tests and folders of them; paths can be kept in ringlit.config.json",
	);
}

/** A thread of ringlit's own ended before its work was done. */
export function workerEnded(reason: string): string {
	return `the thread that checked it ended: ${reason}`;
}

function error(code: string, message: string, hint?: string, span?: Span): Diagnostic {
	return { code, severity: "error", message, ...(hint && { hint }), ...(span && { span }) };
}

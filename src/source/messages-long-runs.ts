import type { Diagnostic } from "./diagnostic.ts";
import { optionWithout } from "./messages-cli.ts";

/** A checkpoint is not as it was written. */
export function checkpointDamaged(path: string): Diagnostic {
	return error(
		"checkpoint-damaged",
		`${path} is no checkpoint, or a damaged one`,
		"--resume takes a file that --checkpoint has written, as it is",
	);
}

/** A checkpoint is of another search: `what` says what is different, `there` how it is in the file. */
export function checkpointForeign(path: string, what: string, there: string | undefined): Diagnostic {
	return error(
		"checkpoint-foreign",
		`${path} is of ${what}${there === undefined ? "" : `: ${there}`}`,
		"a search goes on only with the same test, model, options and build; begin anew without --resume",
	);
}

/** A checkpoint's path is that of a folder. */
export function folderInsteadOfCheckpoint(path: string): Diagnostic {
	return error("checkpoint-folder", `${path} is a folder`, "name the file that --checkpoint has written");
}

/** Several searches would write or read one checkpoint. */
export function checkpointOfSeveral(count: number, what: string): Diagnostic {
	return error(
		"checkpoint-of-several",
		`--checkpoint and --resume are for one search, and these are ${count} ${what}`,
		"name one test and one model",
	);
}

/** `--checkpoint-every` is given, and no checkpoint is to be written. */
export function intervalWithoutCheckpoint(): Diagnostic {
	return optionWithout(
		"--checkpoint-every",
		"--checkpoint",
		"--checkpoint FILE names the file that is written so often",
	);
}

/** A model that is interpreted cannot be told from another one. */
export function checkpointOfInterpreted(model: string): Diagnostic {
	return error(
		"checkpoint-interpreted",
		`the model ${model} has definitions that are interpreted: its searches cannot be kept`,
		"leave --checkpoint and --resume out",
	);
}

function error(code: string, message: string, hint: string): Diagnostic {
	return { code, severity: "error", message, hint };
}

import packageFile from "../../../package.json" with { type: "json" };
import { formatDiagnostic } from "../../source/format-diagnostic.ts";
import { outputFailed } from "../../source/messages.ts";
import { describeFault } from "../describe-fault.ts";
import { BAD_INPUT } from "../exit-code.ts";
import { OutputFailed } from "./output-failed.ts";
import { parseArguments } from "./parse-arguments.ts";
import type { Herd7Shell } from "./shell.ts";

/**
 * Carries out a command line of herd7's. What checks tests is loaded only where tests are to be checked.
 * Never throws: whatever goes wrong is told on standard error.
 *
 * @param words the arguments, without the program's own name
 * @returns the exit code
 */
export async function runHerd7(words: readonly string[], shell: Herd7Shell): Promise<0 | typeof BAD_INPUT> {
	try {
		return await run(words, shell);
	} catch (fault) {
		const isOutput = fault instanceof OutputFailed;
		// A reader that went away wants to hear no more.
		if (isOutput && fault.reason === "EPIPE") return BAD_INPUT;
		const diagnostic = isOutput ? outputFailed(fault.reason) : describeFault(fault, "ringlit-herd7");
		try {
			shell.writeError(`${formatDiagnostic(diagnostic)}\n`);
		} catch {
			// There is nobody left to tell.
		}
		return BAD_INPUT;
	}
}

async function run(words: readonly string[], shell: Herd7Shell): Promise<0 | typeof BAD_INPUT> {
	const given = parseArguments(words);
	if (!given.ok) {
		shell.writeError(given.diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join(""));
		return BAD_INPUT;
	}
	switch (given.value.purpose) {
		case "version":
			shell.write(`ringlit-herd7 ${packageFile.version}\n`);
			return 0;
		case "help": {
			const { USAGE } = await import("./usage.ts");
			shell.write(USAGE);
			return 0;
		}
		case "check": {
			const { checkTests } = await import("./check-tests.ts");
			return checkTests(given.value, shell);
		}
	}
}

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Call } from "./calls.ts";

const HERE = new URL(".", import.meta.url).pathname;

/**
 * Runs the command as called, and gives all that it printed and its exit code as a text, times aside.
 *
 * @param environment variables that it gets beside those of the test
 */
export function reportOf(
	command: string,
	{ words, folder = ".", input }: Call,
	environment: Readonly<Record<string, string>> = {},
): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
		cwd: join(HERE, "inputs", folder),
		encoding: "utf8",
		env: { ...process.env, ...environment },
		input: input ?? "",
	});
	const head = `$ ringlit-herd7 ${words.join(" ")}`.trimEnd();
	const from = input === undefined ? "" : ` < ${JSON.stringify(input)}`;
	return `${head}${from}\nexit ${status}\n\n--- output\n${stdout.replace(/^(Time .+) \d+\.\d\d$/gm, "$1 #")}--- errors\n${stderr}`;
}

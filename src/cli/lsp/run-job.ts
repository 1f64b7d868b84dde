import { wordVerdict } from "../../lsp/word-verdict.ts";
import { checkTest } from "../check-test.ts";
import { explainCommand } from "../explain/explain-command.ts";
import { loadModels } from "../load-models.ts";
import type { Shell } from "../shell.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import type { Job, JobAnswer } from "./job.ts";
import { treeOf } from "./options.ts";
import { overlayFiles } from "./overlay-files.ts";

async function check(job: Job, shell: Shell): Promise<JobAnswer> {
	const { options, path } = job;
	const { model, unroll, timeout } = options;
	const models = await loadModels(model, treeOf(options), shell);
	if (!models.ok)
		return { kind: "refused", message: models.diagnostics.map(({ message }) => message).join("\n") };
	const outcomes = await checkTest(
		path,
		{
			models: models.value.slice(0, 1),
			options: { unroll, timeoutSeconds: timeout },
			filter: () => true,
			surroundings: surroundingsOf(shell, undefined, options.I),
		},
		shell,
	);
	const outcome = outcomes?.at(0);
	if (outcome === undefined) return { kind: "refused", message: "" };
	return { kind: "verdict", verdict: wordVerdict(outcome) };
}

async function explain(job: Job & { kind: "explain" }, shell: Shell): Promise<JobAnswer> {
	const { path, format, property, options } = job;
	const { model = "lkmm", unroll, timeout, I } = options;
	let output = "";
	let errors = "";
	const telling = {
		model,
		unroll,
		timeout,
		symmetry: true,
		all: false,
		color: "never" as const,
		interactive: false,
		...(property !== undefined && { property }),
		...(I !== undefined && { I }),
		...(format === "html" && { html: true as const }),
	};
	const code = await explainCommand(path, telling, {
		...shell,
		write: (text) => {
			output += text;
		},
		writeError: (text) => {
			errors += text;
		},
	});
	return code === 0 ? { kind: "story", content: output } : { kind: "refused", message: errors.trim() };
}

/**
 * Does a job on the texts that come with it. Never throws for what is wrong with a test.
 * @param shell its files lie below the texts of the job; nothing is written to it
 */
export async function runJob(job: Job, shell: Shell): Promise<JobAnswer> {
	const { texts } = job;
	const own = (path: string): string | undefined => (Object.hasOwn(texts, path) ? texts[path] : undefined);
	const around: Shell = { ...shell, files: overlayFiles(shell.files, own) };
	return job.kind === "check" ? check(job, around) : explain(job, around);
}

import type { TestAnalysis } from "../../lsp/litmus/analysis.ts";
import type { VerdictWords } from "../../lsp/word-verdict.ts";
import type { Documents } from "./documents.ts";
import type { LspOptions } from "./options.ts";
import type { RunJobs } from "./run-jobs.ts";

/** How far the check of a document is. */
export type VerdictState =
	| { readonly kind: "running" }
	| { readonly kind: "known"; readonly verdict: VerdictWords }
	/** The check came to grief, in words. */
	| { readonly kind: "failed"; readonly message: string };

interface Check {
	/** The texts that it is of. */
	readonly texts: string;
	readonly stop: AbortController;
	state: VerdictState;
	readonly finished: Promise<void>;
}

/** Milliseconds without a change after which a test is checked. */
const REST = 400;

/** Checks the open tests, each once for each text that it has, and gives up what is no longer asked for. */
export class Verdicts {
	readonly #checks = new Map<string, Check>();
	readonly #documents: Documents;
	readonly #options: LspOptions;
	readonly #run: RunJobs;
	readonly #tell: () => void;

	/** @param tell is called when the state of a check is another one */
	constructor(documents: Documents, options: LspOptions, run: RunJobs, tell: () => void) {
		this.#documents = documents;
		this.#options = options;
		this.#run = run;
		this.#tell = tell;
	}

	/** Begins a check of a test without errors if its texts are others than those of the last one. */
	follow(path: string, analysis: TestAnalysis): void {
		const texts = JSON.stringify([...analysis.files.values()].map((file) => [file.path, file.text]));
		if (this.#checks.get(path)?.texts === texts) return;
		this.drop(path);
		if (!this.#options.verdicts || analysis.program === undefined) return;
		const stop = new AbortController();
		const check: Check = {
			texts,
			stop,
			state: { kind: "running" },
			finished: this.#start(path, analysis, stop.signal),
		};
		this.#checks.set(path, check);
		void check.finished;
	}

	async #start(path: string, { files }: TestAnalysis, signal: AbortSignal): Promise<void> {
		await rest(REST, signal);
		const texts = this.#documents.texts((one) => files.has(one));
		const job = { kind: "check", path, texts, options: this.#options } as const;
		const answer = signal.aborted ? undefined : await this.#run(job, signal);
		const check = this.#checks.get(path);
		if (signal.aborted || check?.stop.signal !== signal) return;
		check.state =
			answer?.kind === "verdict"
				? { kind: "known", verdict: answer.verdict }
				: {
						kind: "failed",
						message: answer?.kind === "refused" ? answer.message : "the check came to grief",
					};
		this.#tell();
	}

	/** Gives up the check of a document whose text is another one now, and forgets its verdict. */
	drop(path: string): void {
		this.#checks.get(path)?.stop.abort();
		this.#checks.delete(path);
	}

	/** How far the check of a document is; undefined if there is none. */
	state(path: string): VerdictState | undefined {
		return this.#checks.get(path)?.state;
	}

	/** Waits until the check of a document ends or is given up. */
	async settled(path: string): Promise<void> {
		await this.#checks.get(path)?.finished;
	}
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			resolve();
		});
	});
}

import { Worker } from "node:worker_threads";
import type { Job, JobAnswer } from "./job.ts";

interface Waiting {
	readonly job: Job;
	readonly done: (answer: JobAnswer | undefined) => void;
}

/**
 * Does jobs in a thread of its own, one after the other. One that is given up while it runs ends at once with its thread;
 * the next one begins in a new thread.
 */
export class JobThread {
	readonly #waiting: Waiting[] = [];
	#worker: Worker | undefined;
	#running: Waiting | undefined;

	/**
	 * What comes of a job; undefined if it was given up, or its thread came to grief.
	 * @param signal gives the job up
	 */
	run(job: Job, signal: AbortSignal): Promise<JobAnswer | undefined> {
		return new Promise((resolve) => {
			if (signal.aborted) {
				resolve(undefined);
				return;
			}
			const waiting: Waiting = { job, done: resolve };
			this.#waiting.push(waiting);
			signal.addEventListener("abort", () => this.#giveUp(waiting), { once: true });
			this.#next();
		});
	}

	#giveUp(waiting: Waiting): void {
		const at = this.#waiting.indexOf(waiting);
		if (at >= 0) this.#waiting.splice(at, 1);
		else if (this.#running === waiting) {
			void this.#worker?.terminate();
			this.#worker = undefined;
		} else return;
		this.#finish(waiting, undefined);
	}

	#finish(waiting: Waiting, answer: JobAnswer | undefined): void {
		if (this.#running === waiting) this.#running = undefined;
		waiting.done(answer);
		this.#next();
	}

	#next(): void {
		if (this.#running !== undefined) return;
		const next = this.#waiting.shift();
		if (next === undefined) return;
		this.#running = next;
		this.#worker ??= this.#start();
		this.#worker.postMessage(next.job);
	}

	/** A new thread; what it says after it was given up counts no more. */
	#start(): Worker {
		const worker = new Worker(new URL("./ringlit-lsp-worker.js", import.meta.url), { argv: [] });
		const answered = (answer: JobAnswer | undefined): void => {
			if (this.#worker === worker && this.#running !== undefined) this.#finish(this.#running, answer);
		};
		const lost = (): void => {
			if (this.#worker !== worker) return;
			this.#worker = undefined;
			const running = this.#running;
			if (running !== undefined) this.#finish(running, undefined);
		};
		worker.on("message", answered);
		worker.on("error", lost);
		worker.on("exit", lost);
		return worker;
	}
}

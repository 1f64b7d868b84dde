import type { Model } from "../../../src/cat/model.ts";
import type { CheckOptions } from "../../../src/checker/options.ts";
import { type CheckState, UNSTARTED } from "../../../src/checker/sharing/check-state.ts";
import { gather } from "../../../src/checker/sharing/gather.ts";
import { type CheckRun, startCheck } from "../../../src/checker/start-check.ts";
import type { Program } from "../../../src/execution/program.ts";
import type { Verdict } from "../../../src/execution/verdict.ts";

/** What a check that was cut into parts came to, and how it was cut. */
export interface Parted {
	readonly verdict: Verdict;
	readonly splits: number;
	readonly resumptions: number;
	/** Paths of witnesses that do not lead to what is shown. */
	readonly strays: readonly string[];
}

/** A worker that may lose all it did since it last told. */
interface Worker {
	run: CheckRun;
	/** What it last told of its part; undefined if it has none. */
	told: CheckState | undefined;
}

/**
 * Checks a program with several searches that give each other parts, die, and are taken up where they last told of
 * themselves. States go through a copy, as between threads.
 * @param draw gives the next of a row of random whole numbers from 0 to below 2^16
 * @param most steps of the search between two actions
 */
export function checkInParts(
	program: Program,
	model: Model,
	options: CheckOptions,
	draw: () => number,
	most = 40,
): Parted {
	const make = (): CheckRun => startCheck(program, model, options);
	const workers: Worker[] = [0, 1, 2].map(() => ({ run: make(), told: undefined }));
	const waiting: CheckState[] = [UNSTARTED];
	const done: CheckState[] = [];
	let splits = 0;
	let resumptions = 0;
	while (waiting.length > 0 || workers.some(({ told }) => told !== undefined)) {
		const worker = workers[draw() % workers.length];
		if (worker.told === undefined) {
			const part = waiting.pop();
			if (part === undefined) continue;
			worker.told = structuredClone(part);
			worker.run.takeOn(worker.told);
		}
		const action = draw() % 8;
		if (action === 0) {
			worker.run = make();
			worker.run.restore(worker.told);
			resumptions++;
		} else if (action <= 2) {
			const given = worker.run.split();
			if (given === undefined) continue;
			splits++;
			waiting.push(structuredClone(given));
			worker.told = structuredClone(worker.run.save());
		} else if (worker.run.advance(1000, 1 + (draw() % most))) {
			done.push(structuredClone(worker.run.save()));
			worker.told = undefined;
		} else if (action === 3) worker.told = structuredClone(worker.run.save());
	}
	const whole = make();
	whole.restore(gather(done));
	const verdict = whole.verdict();
	const { witness, counterWitness, properties } = verdict;
	const shown = [witness, counterWitness, ...properties.map((property) => property.witness)];
	const strays = shown.flatMap((execution) => {
		if (execution === undefined) return [];
		const copy = whole.replay(execution.path)?.copy();
		return JSON.stringify(copy?.rf) === JSON.stringify(execution.rf) ? [] : [execution.path];
	});
	return { verdict, splits, resumptions, strays };
}

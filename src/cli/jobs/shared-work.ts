/** What all threads of a run see, whose numbers stand for tests by their place in the run's order. */
export interface SharedWork {
	readonly memory: SharedArrayBuffer;
	/** Takes the next test, once for each; undefined if none is left or the run is to end. */
	take(): number | undefined;
	/** Tests that were taken so far: all before this number. */
	taken(): number;
	/** Ends the run: no test is taken any more, and searches stop with what they know. */
	end(): void;
	isEnded(): boolean;
	/** Says which test a thread is about, or that it is about none. */
	note(thread: number, test: number | undefined): void;
	/** The test that a thread was last about; undefined for none. */
	noted(thread: number): number | undefined;
}

const NEXT = 0;
const ENDED = 1;
const NOTES = 2;

/** Memory for a run of some threads. */
export function newSharedMemory(threads: number): SharedArrayBuffer {
	return new SharedArrayBuffer((NOTES + threads) * Int32Array.BYTES_PER_ELEMENT);
}

/** The view of a thread on what all see. */
export function sharedWork(memory: SharedArrayBuffer, tests: number): SharedWork {
	const cells = new Int32Array(memory);
	return {
		memory,
		take() {
			if (Atomics.load(cells, ENDED) === 1 || Atomics.load(cells, NEXT) >= tests) return undefined;
			const test = Atomics.add(cells, NEXT, 1);
			return test < tests ? test : undefined;
		},
		taken: () => Math.min(Atomics.load(cells, NEXT), tests),
		end: () => void Atomics.store(cells, ENDED, 1),
		isEnded: () => Atomics.load(cells, ENDED) === 1,
		note: (thread, test) => void Atomics.store(cells, NOTES + thread, test === undefined ? 0 : test + 1),
		noted(thread) {
			const note = Atomics.load(cells, NOTES + thread);
			return note === 0 ? undefined : note - 1;
		},
	};
}

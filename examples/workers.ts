// Several tests at once, each in a worker thread. Tests and models stay in the thread that has read them: what is
// sent to a worker is the text, and what comes back is plain data, counts beyond 2^53 included.

import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type CheckResult, check, loadModel, loadTest } from "ringlit";

const writer = (n: number): string => `P${n}(int *x) { WRITE_ONCE(*x, ${n + 1}); }\n`;
const texts = [2, 3].map(
	(writers) => `C writers-${writers}\n{}\n${[...Array(writers).keys()].map(writer).join("")}exists (x=1)\n`,
);

if (isMainThread) {
	const checked = texts.map(
		(text) =>
			new Promise<CheckResult>((resolve, reject) => {
				const worker = new Worker(new URL(import.meta.url), { workerData: text });
				worker.once("message", resolve);
				worker.once("error", reject);
			}),
	);
	for (const { name, positive, negative } of await Promise.all(checked))
		console.log(name, positive, negative);
} else {
	const test = loadTest(String(workerData));
	const model = await loadModel("lkmm");
	if (!test.ok || !model.ok) throw new Error("the tests and the model are in order");
	parentPort?.postMessage(await check(test.value, model.value));
}

//=> writers-2 1 1
//=> writers-3 2 4

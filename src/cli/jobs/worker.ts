import { parentPort, workerData } from "node:worker_threads";
import type { CheckTask } from "./check-in-worker.ts";

// The file that a thread runs: the kind of the task says what code is needed, and no other is loaded.
const task = workerData as CheckTask;
const send = (message: unknown): void => parentPort?.postMessage(message);
switch (task.kind) {
	case "check": {
		const [{ checkInWorker }, { workerShell }] = await Promise.all([
			import("./check-in-worker.ts"),
			import("./worker-shell.ts"),
		]);
		await checkInWorker(task, workerShell(), send);
	}
}

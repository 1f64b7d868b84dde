import type { MessagePort } from "node:worker_threads";
import { type CheckRun, startCheck } from "../../checker/start-check.ts";
import type { Program } from "../../execution/program.ts";
import { HeapWatch } from "../long-run/heap-watch.ts";
import type { Job, Message, Order } from "./job.ts";

/** Milliseconds of searching after which orders are looked at: who waits for a part waits as long. */
const SLICE = 10;

/**
 * Explores the parts that come through a port, one at a time.
 * @param fail is told what went wrong, which ends the work
 * @returns what ends the work at once
 */
export function workOn(
	program: Program,
	{ model, options, megabytes }: Pick<Job, "model" | "options" | "megabytes">,
	port: MessagePort,
	fail: (fault: unknown) => void,
): () => void {
	const run = startCheck(program, model, options);
	const memory = new HeapWatch(megabytes);
	let isBusy = false;
	let isToShare = false;
	let isToTell = false;
	const say = (message: Message): void => port.postMessage(message);

	const advance = (): void => {
		if (run.advance(SLICE)) {
			const part = run.save();
			isBusy = false;
			say({ kind: part.frames.length > 0 ? "decided" : "ended", part });
			return;
		}
		if (memory.isFull()) {
			isBusy = false;
			say({ kind: "full", part: run.save() });
			return;
		}
		if (isToShare) isToShare = !share(run, say);
		if (isToTell) say({ kind: "stands", part: run.save() });
		isToTell = false;
		setImmediate(explore);
	};

	const attempt = (work: () => void): void => {
		try {
			work();
		} catch (fault) {
			isBusy = false;
			fail(fault);
		}
	};

	const explore = (): void => {
		if (isBusy) attempt(advance);
	};

	const obey = (order: Order): void => {
		if (order.kind === "share") isToShare = true;
		else if (order.kind === "tell") isToTell = isBusy;
		else {
			run.takeOn(order.part);
			isBusy = true;
			isToShare = false;
			setImmediate(explore);
		}
	};

	port.on("message", (order: Order) => attempt(() => obey(order)));
	return () => {
		isBusy = false;
		port.close();
	};
}

/** Gives a part away, if there is one to give. */
function share(run: CheckRun, say: (message: Message) => void): boolean {
	const given = run.split();
	if (given === undefined) return false;
	say({ kind: "gives", part: run.save(), given });
	return true;
}

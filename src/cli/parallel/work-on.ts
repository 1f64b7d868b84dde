import type { MessagePort } from "node:worker_threads";
import { type CheckRun, startCheck } from "../../checker/start-check.ts";
import type { Program } from "../../execution/program.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import { HeapWatch } from "../long-run/heap-watch.ts";
import type { Job, Message, Order } from "./job.ts";

/** Milliseconds of searching after which orders are looked at. */
const SLICE = 25;

/** Explores the parts that come through a port, one at a time, as long as the port is open. */
export function workOn(job: Job, port: MessagePort): void {
	const run = startCheck(programOf(job), job.model, job.options);
	const memory = new HeapWatch(job.megabytes);
	let isBusy = false;
	let isToShare = false;
	let isToTell = false;
	const say = (message: Message): void => port.postMessage(message);

	const explore = (): void => {
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

	port.on("message", (order: Order) => {
		if (order.kind === "share") isToShare = true;
		else if (order.kind === "tell") isToTell = isBusy;
		else {
			run.takeOn(order.part);
			isBusy = true;
			isToShare = false;
			setImmediate(explore);
		}
	});
}

/** Gives a part away, if there is one to give. */
function share(run: CheckRun, say: (message: Message) => void): boolean {
	const given = run.split();
	if (given === undefined) return false;
	say({ kind: "gives", part: run.save(), given });
	return true;
}

function programOf({ source }: Job): Program {
	if (source.kind === "program") return source.program;
	const ring = loadRing(source.configuration);
	if (!ring.ok) throw new Error(ring.diagnostics.map(({ message }) => message).join("; "));
	return ring.value.program;
}

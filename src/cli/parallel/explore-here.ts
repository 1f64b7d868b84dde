import { MessageChannel } from "node:worker_threads";
import type { Program } from "../../execution/program.ts";
import type { Explorer, Listener } from "./explorer.ts";
import type { Job } from "./job.ts";
import { workOn } from "./work-on.ts";

/**
 * An explorer in this thread, which goes on with other things between two slices of its work. The engine has long compiled here what
 * a new thread begins to compile: one explorer less has to warm up.
 */
export function exploreHere(program: Program, job: Job, listener: Listener): Explorer {
	const { port1: here, port2: there } = new MessageChannel();
	here.on("message", listener.hear);
	const stop = workOn(program, job, there, listener.lose);
	return {
		tell: (order) => here.postMessage(order),
		close: async () => {
			stop();
			here.close();
		},
	};
}

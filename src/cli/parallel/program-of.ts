import type { Program } from "../../execution/program.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import type { Job } from "./job.ts";

/**
 * The program that a job is about.
 * @throws Error if the ring that it is to be made from cannot be read any more
 */
export function programOf(source: Job["source"]): Program {
	if (source.kind === "program") return source.program;
	const ring = loadRing(source.configuration);
	if (!ring.ok) throw new Error(ring.diagnostics.map(({ message }) => message).join("; "));
	return ring.value.program;
}

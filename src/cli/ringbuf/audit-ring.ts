import { audit } from "../../audit/audit.ts";
import { machineOf } from "../../audit/costs.ts";
import type { AuditReport } from "../../report/audit/audit-report.ts";
import { shellWord } from "../../report/shell-word.ts";
import { loadRing, type Ring } from "../../ringbuf-model/load-ring.ts";
import { SOURCES } from "../../ringbuf-model/sources.ts";
import type { Workload } from "../../ringbuf-model/workloads.ts";
import type { Result } from "../../source/result.ts";
import type { Span } from "../../source/span.ts";
import { searchRunner } from "../audit/search-runner.ts";
import type { NamedModel } from "../check-test.ts";
import type { Shell } from "../shell.ts";
import { configurationWords } from "./configuration-words.ts";

/** Sources that stand for what is around the ring: their orderings are nobody's to change. */
const SURROUNDINGS = new Set([
	"epoll.h",
	"helpers.h",
	"hostile-consumer.h",
	"hostile-producer.h",
	"nested.h",
]);

/**
 * Audits the sources of a variant.
 * @param workloads what they are put to; an ordering is needed if it is in one of them
 * @returns what is wrong with a workload, or what was found
 */
export async function auditRing(
	variant: string,
	workloads: readonly Workload[],
	{ name, model }: NamedModel,
	{ timeout, unroll }: { readonly timeout: number; readonly unroll?: number },
	shell: Shell,
): Promise<Result<AuditReport>> {
	const rings: (Workload & Ring)[] = [];
	for (const workload of workloads) {
		const ring = loadRing(workload.configuration);
		if (!ring.ok) return ring;
		rings.push({ ...workload, ...ring.value });
	}
	const unrolls = rings.map((ring) => unroll ?? ring.unroll);
	const subjects = rings.map((ring) => ({ name: ring.name, program: ring.program }));
	const found = await audit(subjects, {
		run: searchRunner(model, { unrolls, timeout }, shell),
		now: () => shell.now(),
		machine: machineOf(name),
		mayGoOn: () => !shell.isInterrupted(),
		first: true,
		dependencies: false,
		isAudited,
		repairs: false,
	});
	return {
		ok: true,
		warnings: [],
		value: {
			audit: found,
			subjects,
			title: `ringbuf ${variant}`,
			model: name,
			path: `<ringbuf ${variant}>`,
			bounds: `${timeout} s a search`,
			explain: (change, subject, outcome) => {
				const words = configurationWords(rings[subject].configuration);
				const what = found.outcomes[subject][outcome];
				if (words === undefined || what.kind !== "property") return undefined;
				const more = [
					"--with",
					change,
					"--property",
					what.name,
					...(name === "lkmm" ? [] : ["--model", name]),
				];
				return ["ringlit", "ringbuf", ...words, ...more, "explain"].map(shellWord).join(" ");
			},
		},
	};
}

/** Whether a place belongs to the protocol, as it is: workloads have edits of their own. */
function isAudited({ file, start, end }: Span): boolean {
	const name = file.path.replace(/^<(.*)>$/, "$1");
	const source = SOURCES.get(name);
	if (source === undefined || SURROUNDINGS.has(name)) return false;
	return source.text.slice(start, end) === file.text.slice(start, end);
}

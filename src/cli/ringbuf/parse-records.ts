import type { RecordPlan } from "../../ringbuf-model/configuration.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { badRecord } from "../../source/messages-ringbuf.ts";
import type { Result } from "../../source/result.ts";

const ENDS: ReadonlyMap<string, Partial<RecordPlan>> = new Map<string, Partial<RecordPlan>>([
	["discard", { end: "discard" }],
	["output", { end: "output" }],
	["hold", { end: "hold" }],
	["no-wakeup", { wakeup: "none" }],
	["force-wakeup", { wakeup: "force" }],
]);

/** `16,24:discard,8:no-wakeup`: payloads of records with what becomes of them. */
export function parseRecords(text: string): Result<readonly RecordPlan[]> {
	const diagnostics: Diagnostic[] = [];
	const records = text.split(",").map((word): RecordPlan => {
		const [size, ...marks] = word.trim().split(":");
		let plan: RecordPlan = { size: Number(size), end: "submit", wakeup: "adaptive" };
		const isKnown = marks.every((mark) => {
			const change = ENDS.get(mark);
			plan = { ...plan, ...change };
			return change !== undefined;
		});
		if (!/^\d+$/.test(size) || !isKnown) diagnostics.push(badRecord(word.trim(), [...ENDS.keys()]));
		return plan;
	});
	return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: records, warnings: [] };
}

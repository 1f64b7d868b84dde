import { compareFindings } from "../../report/diff/compare-findings.ts";
import { observedOtherwise } from "../../report/diff/diff-wording.ts";
import type { ChangeWitness, Difference } from "../../report/diff/difference.ts";
import { describeFault } from "../describe-fault.ts";
import type { Shell } from "../shell.ts";
import { type CheckedSide, checkSide, type DiffBounds } from "./check-side.ts";
import type { TestSide } from "./test-side.ts";
import { witnessOfChange } from "./witness-of-change.ts";

/** Of a pair's changes so many have an execution looked for, which can take as long as a check; the others have a command alone. */
const MOST_WITNESSES = 6;

/** Checks two sides and says what differs, with an execution for each difference. */
export async function diffPair(
	title: string,
	first: TestSide,
	second: TestSide,
	bounds: DiffBounds,
	shell: Shell,
): Promise<Difference> {
	const one = await checkSide(first, bounds, shell);
	const other = await checkSide(second, bounds, shell);
	if (!one.ok || !other.ok) {
		const diagnostics = [one, other].flatMap((side) => (side.ok ? [] : side.diagnostics));
		return { kind: "error", title, diagnostics };
	}
	const { changes, amounts } = compareFindings(one.value.findings, other.value.findings);
	const witnessed: ((typeof changes)[number] & { witness: ChangeWitness })[] = [];
	for (const [index, change] of changes.entries()) {
		const owner = change.side === "first" ? one.value : other.value;
		try {
			const isSought = index < MOST_WITNESSES && !shell.isInterrupted();
			const witness = await witnessOfChange(owner, change, isSought, bounds, shell);
			witnessed.push({ ...change, witness });
		} catch (fault) {
			return { kind: "error", title, diagnostics: [describeFault(fault, owner.side.path)] };
		}
	}
	const labels = (side: CheckedSide): string => side.program.observed.map(({ label }) => label).join();
	const isComparable = labels(one.value) === labels(other.value);
	return {
		kind: "compared",
		title,
		first: { label: first.label, limits: one.value.findings.limits },
		second: { label: second.label, limits: other.value.findings.limits },
		changes: witnessed,
		amounts,
		remarks: isComparable ? [] : [observedOtherwise()],
	};
}

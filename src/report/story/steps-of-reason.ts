import type { Reason } from "../../execution/story/reason.ts";

/** The numbers of the steps that a reason speaks of; without initial writes. */
export function stepsOfReason(reason: Reason | undefined): ReadonlySet<number> {
	const numbers = new Set<number>();
	if (reason?.kind === "cycle")
		for (const { edges } of reason.cycles)
			for (const { from, to, parts } of edges)
				for (const end of [{ from, to }, ...parts]) numbers.add(end.from).add(end.to);
	if (reason?.kind === "race") {
		numbers.add(reason.first).add(reason.second);
		for (const { reached, missing } of reason.gaps) numbers.add(reached).add(missing);
	}
	if (reason?.kind === "waits") for (const { heldBy } of reason.waits) numbers.add(heldBy ?? 0);
	numbers.delete(0);
	return numbers;
}

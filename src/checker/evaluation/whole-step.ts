import { ChangeWatch } from "./change-watch.ts";
import type { Clock, Register } from "./register.ts";
import type { Size, Step } from "./registers.ts";
import { haveChanged } from "./row-step.ts";

/** A step that recomputes its register as a whole, where one of the inputs or the number of events has changed. */
export function wholeStep(
	compute: Step,
	out: Register,
	inputs: readonly Register[],
	size: Size,
	clock: Clock,
): Step {
	const watch = new ChangeWatch(out);
	let ranAt = -1;
	let ranFor = -1;
	return () => {
		if (size.events === ranFor && clock.refilledAt <= ranAt && !haveChanged(inputs, ranAt)) return;
		ranAt = ++clock.now;
		ranFor = size.events;
		compute();
		watch.date(clock, size.events);
	};
}

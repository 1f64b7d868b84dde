import type { Expression } from "../../execution/expression.ts";
import { expressionsIn } from "../../execution/expressions-in.ts";
import { localsOf } from "../../execution/locals-of.ts";
import type { Program } from "../../execution/program.ts";
import type { Ordering } from "./ordering.ts";

/**
 * Whether anything but other locals can depend on what some loads read: an access, a branch, or what is asked. Whatever the order of the code, a
 * local that is assigned from one that depends on a load does so as well. Without dependents there is nothing to cut, and no need to guess values,
 * which would count against the bound of each loop that the loads are in.
 */
export function hasDependents(program: Program, { at }: Pick<Ordering, "at">): boolean {
	return program.threads.some(({ index: thread, code }) => {
		const dependent = new Set<number>();
		for (const one of at) {
			const load = one.thread === thread ? code[one.index] : undefined;
			if (load?.kind === "load") dependent.add(load.local);
		}
		const depends = (used: Expression): boolean => [...localsOf(used)].some((local) => dependent.has(local));
		for (let before = -1; before < dependent.size; ) {
			before = dependent.size;
			for (const instruction of code)
				if (instruction.kind === "assign" && depends(instruction.value)) dependent.add(instruction.local);
		}
		return code.some(
			(instruction) => instruction.kind !== "assign" && expressionsIn(instruction).some(depends),
		);
	});
}

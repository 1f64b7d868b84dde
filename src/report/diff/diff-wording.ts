/** A remark on tests whose final states list different things. */
export function observedOtherwise(): string {
	return "the tests observe different registers or variables, so their states differ by that alone";
}

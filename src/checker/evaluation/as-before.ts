/** The name of a base node that holds what another node was on an earlier graph. No model can have such a name. */
export const AS_BEFORE = "as before";

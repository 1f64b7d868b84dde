/** The codes of complaints about a call of what neither a primitive nor a macro of a kernel tree is named. */
export const UNKNOWN_CALLS: ReadonlySet<string> = new Set(["litmus-unknown-call", "litmus-unknown-macro"]);

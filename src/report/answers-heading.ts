/** What stands above the answers to all questions. */
export const ANSWERS_HEADING = `# Open questions of the ring buffer's reviews, answered

Every table is what \`ringlit ringbuf questions\` found, and every conclusion is computed from its table. *possible*
comes with a counterexample. *never* holds for the configurations that are named below the tables, over all
executions that the model allows: it is a proof for these processes, records and sizes, and for no larger
ones. *incomplete* says that a search ended before it had seen everything and has not met the outcome. Models: \`lkmm\` is the
kernel's, \`armv8\` and \`tso\` (x86) are hardware's, \`sc\` is plain interleaving.
`;

// All that is said about litmus tests. Each function takes what the message needs and the text at fault.

export * from "./messages-litmus-bodies.ts";
export * from "./messages-litmus-declarations.ts";
export * from "./messages-litmus-jumps.ts";
export * from "./messages-litmus-macros.ts";
export * from "./messages-litmus-objects.ts";
export * from "./messages-litmus-plain.ts";
export * from "./messages-litmus-preprocess.ts";
export * from "./messages-litmus-questions.ts";
export * from "./messages-litmus-text.ts";

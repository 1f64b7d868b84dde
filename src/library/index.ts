// What `import ... from "ringlit"` gives. All else in this program may change from one version to the next.

export type { Count } from "../execution/count.ts";
export type { Quantifier } from "../execution/proposition.ts";
export type { Setting } from "../execution/setting.ts";
export type { BaseEdge, Cycle, Reason, ReasonEdge, Wait } from "../execution/story/reason.ts";
export type { RingFrame } from "../execution/story/ring-frame.ts";
export type { Story, StoryCell, StoryKind, StorySource, StoryThread } from "../execution/story/story.ts";
export type { StoryPlace, StoryStep } from "../execution/story/story-step.ts";
export type { Explored, Limit } from "../execution/verdict.ts";
export type { RingFinding, RingOutcome } from "../report/ring-outcome.ts";
export type {
	CheckedTest,
	Observation,
	PropertyOutcome,
	TestOutcome,
	UncheckedTest,
} from "../report/test-outcome.ts";
export type { ConsumerKind, Nesting, RecordPlan } from "../ringbuf-model/configuration.ts";
export type { Diagnostic } from "../source/diagnostic.ts";
export { formatDiagnostic } from "../source/format-diagnostic.ts";
export type { Result } from "../source/result.ts";
export type { SourceFile, Span } from "../source/span.ts";
export { type CheckOptions, type CheckResult, type CheckRun, check, startCheck } from "./check.ts";
export {
	checkRingbuf,
	type Named,
	RINGBUF_PROPERTIES,
	RINGBUF_VARIANTS,
	type RingbufConfiguration,
} from "./check-ringbuf.ts";
export { type ExplainOptions, type Explanation, explain } from "./explain.ts";
export { type FormatOptions, formatResults, formatRingbuf } from "./format-results.ts";
export { formatStory, type StoryFormat } from "./format-told-story.ts";
export type { Includes } from "./included-texts.ts";
export { loadModel, type ModelText } from "./load-model.ts";
export { type LoadTestOptions, loadTest } from "./load-test.ts";
export type { MemoryModel } from "./memory-model.ts";
export type { Patience } from "./patience.ts";
export type { Test } from "./test.ts";

import type { Story } from "../../../src/execution/story/story.ts";
import { submitted } from "../../../src/ringbuf-model/configuration.ts";
import * as edits from "../../../src/ringbuf-model/edits.ts";
import { storyOfRing, storyOfTest } from "./real-stories.ts";
import * as made from "./stories.ts";

const TINY = { size: 32, producers: 1 };

/** Stories by the names of their golden files: some made by hand, most told of executions. */
export const GOLDEN_STORIES: Readonly<Record<string, () => Story>> = {
	"made-allowed": () => made.messagePassing,
	"made-forbidden": () => made.orderedMessage,
	"made-race": () => made.racyMessage,
	"made-deadlock": () => made.deadlock,
	"made-lock": () => made.lockedCounter,
	"allowed-mp": () => storyOfTest("lkmm/message-passing/MP+po+po.litmus"),
	"allowed-sb": () => storyOfTest("lkmm/store-buffering/SB+po+po.litmus"),
	"allowed-lb": () => storyOfTest("lkmm/load-buffering/LB+po+po.litmus"),
	"allowed-iriw": () => storyOfTest("lkmm/three-and-four-threads/IRIW+rmb+rmb.litmus"),
	"allowed-z6": () => storyOfTest("lkmm/three-and-four-threads/Z6.0+rel+acq-rel+mb.litmus"),
	"allowed-lock": () => storyOfTest("lkmm/locks/SB+lock+otherlock.litmus"),
	"allowed-rmw": () => storyOfTest("lkmm/atomics/refcount-dec-relaxed.litmus"),
	"allowed-rcu": () => storyOfTest("lkmm/rcu/unlink+reuse.litmus"),
	"allowed-recycled": () => storyOfTest("bpf-rb/recycling/bpf-rb-consumer-pos-once-recycled.litmus"),
	"ring-recycled": () =>
		storyOfRing(
			{ ...TINY, records: [submitted(16), submitted(16)], edits: [edits.CONSUMER_POS_ONCE] },
			"recycled",
		),
	"ring-torn-payload": () => storyOfRing({ ...TINY, edits: [edits.HEADER_ONCE] }, "torn-payload"),
	"ring-lost-wakeup": () =>
		storyOfRing(
			{
				...TINY,
				size: 64,
				consumer: "poll",
				records: [{ size: 0, end: "discard", wakeup: "none" }, submitted(0)],
			},
			"lost-wakeup",
			"sc",
		),
	"ring-wrap": () =>
		storyOfRing(
			{
				...TINY,
				bits: 8,
				start: 240n,
				records: [submitted(8), submitted(8), submitted(8)],
				edits: [edits.CONSUMER_DIFFERENCE],
			},
			"wrap",
		),
	"ring-hang": () => storyOfRing({ ...TINY, variant: "v5.8", consumers: 0, nesting: "task" }, "hang"),
	"ring-overwrite": () =>
		storyOfRing(
			{
				...TINY,
				variant: "overwrite",
				consumers: 0,
				queries: 1,
				records: [submitted(8), submitted(8), submitted(8)],
			},
			"torn-overwrite-pos",
		),
};

import type { Story } from "../../../src/execution/story/story.ts";
import { submitted } from "../../../src/ringbuf-model/configuration.ts";
import * as edits from "../../../src/ringbuf-model/edits.ts";
import { allowedStory, deadlockStory, forbiddenStory, raceStory, ringStory } from "./real-stories.ts";
import * as made from "./stories.ts";

const TINY = { size: 32, producers: 1 };

/** Stories by the names of their golden files: some made by hand, most told of executions. */
export const GOLDEN_STORIES: Readonly<Record<string, () => Story>> = {
	"made-allowed": () => made.messagePassing,
	"made-forbidden": () => made.orderedMessage,
	"made-race": () => made.racyMessage,
	"made-deadlock": () => made.deadlock,
	"made-lock": () => made.lockedCounter,
	"allowed-mp": () => allowedStory("lkmm/message-passing/MP+po+po.litmus"),
	"allowed-sb": () => allowedStory("lkmm/store-buffering/SB+po+po.litmus"),
	"allowed-lb": () => allowedStory("lkmm/load-buffering/LB+po+po.litmus"),
	"allowed-iriw": () => allowedStory("lkmm/three-and-four-threads/IRIW+rmb+rmb.litmus"),
	"allowed-z6": () => allowedStory("lkmm/three-and-four-threads/Z6.0+rel+acq-rel+mb.litmus"),
	"allowed-lock": () => allowedStory("lkmm/locks/SB+lock+otherlock.litmus"),
	"allowed-rmw": () => allowedStory("lkmm/atomics/refcount-dec-relaxed.litmus"),
	"allowed-rcu": () => allowedStory("lkmm/rcu/unlink+reuse.litmus"),
	"allowed-recycled": () => allowedStory("bpf-rb/recycling/bpf-rb-consumer-pos-once-recycled.litmus"),
	"forbidden-mp": () => forbiddenStory("lkmm/message-passing/MP+rel+acq.litmus"),
	"forbidden-mp-addr": () => forbiddenStory("lkmm/message-passing/MP+wmb+addr.litmus"),
	"forbidden-sb": () => forbiddenStory("lkmm/store-buffering/SB+mb+mb.litmus"),
	"forbidden-coherence": () => forbiddenStory("lkmm/coherence/CoRR.litmus"),
	"forbidden-atomicity": () => forbiddenStory("lkmm/atomics/inc-not-lost.litmus"),
	"forbidden-iriw": () => forbiddenStory("lkmm/three-and-four-threads/IRIW+mb+mb.litmus"),
	"forbidden-lock": () => forbiddenStory("lkmm/locks/MP+lock+lock.litmus"),
	"forbidden-rcu": () => forbiddenStory("lkmm/rcu/MP+sync+rcu-reader.litmus"),
	"forbidden-sc": () => forbiddenStory("lkmm/store-buffering/SB+po+po.litmus", "sc"),
	"forbidden-tso": () => forbiddenStory("lkmm/message-passing/MP+po+po.litmus", "tso"),
	"forbidden-armv8": () => forbiddenStory("lkmm/message-passing/MP+rel+acq.litmus", "armv8"),
	"forbidden-ring": () => forbiddenStory("bpf-rb/payload/bpf-rb-1p1c-bounded-1-payload.litmus"),
	"forbidden-circle": () => forbiddenStory("lkmm/load-buffering/LB+data+data.litmus"),
	"race-mp": () => raceStory("lkmm/data-races/MP+plain+plain.litmus"),
	"race-release": () => raceStory("lkmm/data-races/MP+plain-rel+once-if.litmus"),
	"race-lock": () => raceStory("lkmm/locks/MP+lock+nolock.litmus"),
	"deadlock-twice": () => deadlockStory("lkmm/locks/deadlock-lock-twice.litmus"),
	"deadlock-held": () => deadlockStory("lkmm/locks/deadlock-never-unlocked.litmus"),
	"ring-recycled": () =>
		ringStory(
			{ ...TINY, records: [submitted(16), submitted(16)], edits: [edits.CONSUMER_POS_ONCE] },
			"recycled",
		),
	"ring-torn-payload": () => ringStory({ ...TINY, edits: [edits.HEADER_ONCE] }, "torn-payload"),
	"ring-lost-wakeup": () =>
		ringStory(
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
		ringStory(
			{
				...TINY,
				bits: 8,
				start: 240n,
				records: [submitted(8), submitted(8), submitted(8)],
				edits: [edits.CONSUMER_DIFFERENCE],
			},
			"wrap",
		),
	"ring-hang": () => ringStory({ ...TINY, variant: "v5.8", consumers: 0, nesting: "task" }, "hang"),
	"ring-overwrite": () =>
		ringStory(
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

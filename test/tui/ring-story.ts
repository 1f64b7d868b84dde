import type { RingFrame, RingFrameRecord } from "../../src/execution/story/ring-frame.ts";
import type { Story } from "../../src/execution/story/story.ts";
import type { StoryPlace, StoryStep } from "../../src/execution/story/story-step.ts";

const SOURCE = `C ring
static void *reserve(struct ring *rb, u32 size)
{
	unsigned long cons = smp_load_acquire(&rb->consumer_pos);
	unsigned long prod, new;

	spin_lock(&rb->lock);
	prod = rb->producer_pos;
	new = prod + size + 8;
	if (new - cons > rb->mask) {
		spin_unlock(&rb->lock);
		return NULL;
	}
	header(rb, prod)->len = size | BUSY;
	smp_store_release(&rb->producer_pos, new);
	spin_unlock(&rb->lock);
	return header(rb, prod) + 1;
}

P0() { rb.consumer_pos = 16; }
P1() { reserve(&rb, 8); reserve(&rb, 8); }
`;

const lines = SOURCE.split("\n");
const at = (line: number): StoryPlace => ({ source: 0, line, text: lines[line - 1].trim() });

const record = (pos: number, header: RingFrameRecord["header"]): RingFrameRecord => ({
	pos,
	end: pos + 16,
	size: 8,
	thread: 1,
	header,
	isConsumed: false,
	isOverwritten: false,
});

const frame = (consumer: number, producer: number, ...records: readonly RingFrameRecord[]): RingFrame => ({
	size: 16,
	start: 0,
	records,
	positions: [
		{ name: "consumer_pos", at: consumer },
		{ name: "producer_pos", at: producer },
	],
});

const step = (
	number: number,
	fields: Omit<StoryStep, "number" | "timing" | "overtakes" | "notes">,
): StoryStep => ({
	number,
	timing: "inOrder",
	overtakes: [],
	notes: [],
	...fields,
});

/** A consumer that lies about its position lets a second record overlap the first. */
export const ring: Story = {
	title: "v5.8, hostile consumer, ring of 16 bytes",
	model: "lkmm",
	kind: "property",
	headline: "overlap: two records that are not committed share bytes 0 to 15 of the ring",
	remarks: [],
	state: "consumer_pos=16; producer_pos=32;",
	threads: [
		{ name: "P0", role: "consumer" },
		{ name: "P1", role: "producer" },
	],
	cells: [
		{ name: "rb.consumer_pos", initial: "0", writes: [3], isShared: true },
		{ name: "rb.producer_pos", initial: "0", writes: [2, 6], isShared: false },
		{ name: "data[0].len", initial: "0", writes: [1, 5], isShared: false },
	],
	sources: [{ path: "ring.litmus", text: SOURCE }],
	steps: [
		step(1, { thread: 1, index: 0, kind: "W", cell: 2, value: "0x80000008", tags: [], place: at(14) }),
		step(2, { thread: 1, index: 1, kind: "W", cell: 1, value: "16", tags: ["RELEASE"], place: at(15) }),
		step(3, { thread: 0, index: 0, kind: "W", cell: 0, value: "16", tags: [], place: at(20) }),
		step(4, {
			thread: 1,
			index: 2,
			kind: "R",
			cell: 0,
			value: "16",
			tags: ["ACQUIRE"],
			from: 3,
			place: at(4),
		}),
		step(5, { thread: 1, index: 3, kind: "W", cell: 2, value: "0x80000008", tags: [], place: at(14) }),
		step(6, { thread: 1, index: 4, kind: "W", cell: 1, value: "32", tags: ["RELEASE"], place: at(15) }),
	],
	climax: 5,
	ring: [
		frame(0, 0),
		frame(0, 0, record(0, "busy")),
		frame(0, 16, record(0, "busy")),
		frame(16, 16, record(0, "busy")),
		frame(16, 16, record(0, "busy")),
		frame(16, 16, record(0, "none"), record(16, "busy")),
		frame(16, 32, record(0, "none"), record(16, "busy")),
	],
	views: [0, 0, 0, 3, 3, 3, 3].map((written, now) => [
		[[written], [0], [0]],
		[written === 0 ? [0] : now > 3 ? [3] : [0, 3], [0], [0]],
	]),
};

import type { RingFrame, RingFrameRecord } from "../../../src/execution/story/ring-frame.ts";
import type { Story } from "../../../src/execution/story/story.ts";
import { makeStory, type ShortStep } from "./make-story.ts";

const TEXT = `#include "ringbuf.h"
/* Two producers reserve, fill and commit; one consumer drains. */
static void *reserve(struct ring *rb, unsigned long size)
{
	unsigned long cons_pos, prod_pos, new_prod_pos;
	u32 len = round_up(size + BPF_RINGBUF_HDR_SZ, 8);
	struct header *hdr;

	cons_pos = smp_load_acquire(&rb->consumer_pos);
	raw_spin_lock(&rb->spinlock);
	prod_pos = rb->producer_pos;
	new_prod_pos = prod_pos + len;
	if (new_prod_pos - cons_pos > rb->mask) {
		raw_spin_unlock(&rb->spinlock);
		return NULL;
	}
	hdr = (void *)rb->data + (prod_pos & rb->mask);
	hdr->len = size | BPF_RINGBUF_BUSY_BIT;
	smp_store_release(&rb->producer_pos, new_prod_pos);
	raw_spin_unlock(&rb->spinlock);
	return (void *)hdr + BPF_RINGBUF_HDR_SZ;
}

static void commit(struct ring *rb, struct header *hdr)
{
	u32 new_len = hdr->len ^ BPF_RINGBUF_BUSY_BIT;

	xchg(&hdr->len, new_len);
}

static void drain(struct ring *rb)
{
	unsigned long cons_pos = rb->consumer_pos;
	unsigned long prod_pos = smp_load_acquire(&rb->producer_pos);

	while (cons_pos < prod_pos) {
		u32 len = smp_load_acquire(header_at(rb, cons_pos));

		if (len & BPF_RINGBUF_BUSY_BIT)
			return;
		cons_pos += round_up(len + BPF_RINGBUF_HDR_SZ, 8);
		smp_store_release(&rb->consumer_pos, cons_pos);
	}
}
`;

const SIZE = 64;

/** A long story of a ring: so many records of 16 and 24 bytes by two producers in turn, drained one by one. */
export function ringStory(rounds: number): Story {
	const steps: ShortStep[] = [];
	const frames: RingFrame[] = [];
	let records: RingFrameRecord[] = [];
	let [consumer, producer] = [0, 0];
	let lockedBy: number | undefined;
	const shoot = (): void => {
		frames.push({
			size: SIZE,
			start: 0,
			records,
			positions: [
				{ name: "consumer_pos", at: consumer },
				{ name: "pending_pos", at: consumer },
				{ name: "producer_pos", at: producer },
			],
			...(lockedBy !== undefined && { lockedBy }),
		});
	};
	const step = (...short: ShortStep): void => {
		steps.push(short);
		shoot();
	};
	shoot();
	for (let round = 0; round < rounds; round++) {
		const thread = round % 2;
		const size = 8 + 8 * (round % 3);
		const [pos, end] = [producer, producer + size + 8];
		const header = `hdr[${pos % SIZE}].len`;
		step(thread, "R", "rb.consumer_pos", String(consumer), "Acquire", 9);
		step(thread, "R", "rb.spinlock", "0", "LKR", 10);
		lockedBy = thread;
		step(thread, "W", "rb.spinlock", "1", "LKW", 10);
		step(thread, "R", "rb.producer_pos", String(producer), "", 11);
		records = records.filter((record) => !record.isConsumed || record.pos + SIZE >= end);
		const record: RingFrameRecord = {
			...{ pos, end, size, thread, header: "busy" as const },
			...{ isConsumed: false, isOverwritten: false },
		};
		records = [...records, record];
		step(thread, "W", header, String(size + 2 ** 31), "", 18);
		producer = end;
		step(thread, "W", "rb.producer_pos", String(producer), "Release", 19);
		lockedBy = undefined;
		step(thread, "W", "rb.spinlock", "0", "UL", 20);
		step(thread, "W", `payload[${round}]`, "42", "", 21);
		if (round % 2 === 0) step(2, "R", header, String(size + 2 ** 31), "Acquire", 37);
		const isDiscarded = round % 4 === 3;
		records = records.map((other) =>
			other.pos === pos ? { ...other, header: isDiscarded ? "discarded" : "ready" } : other,
		);
		step(thread, "R", header, String(size + 2 ** 31), "MB RMW", 28, { partner: steps.length + 2 });
		step(thread, "W", header, String(size), "MB RMW", 28, { partner: steps.length });
		step(2, "R", "rb.producer_pos", String(producer), "Acquire", 34);
		step(2, "R", header, String(size), "Acquire", 37);
		records = records.map((other) => (other.pos === pos ? { ...other, isConsumed: true } : other));
		consumer = end;
		step(2, "W", "rb.consumer_pos", String(consumer), "Release", 42);
	}
	return makeStory(
		{
			title: "ringbuf v6.10: 2 producers of 8, 16 and 24 bytes, 1 consumer, a ring of 64 bytes",
			kind: "property",
			headline: "P1's record [48, 64) is still being written where P0's record [64, 96) is reserved over it",
			climax: Math.min(steps.length, 20),
			threads: [
				{ name: "P0", role: "producer" },
				{ name: "P1", role: "producer" },
				{ name: "P2", role: "consumer" },
			],
			ring: frames,
			replay: "r1.0.2",
		},
		TEXT,
		steps,
	);
}

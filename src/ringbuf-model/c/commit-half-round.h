/* How a record is handed over in overwrite-v2: the consumer is woken once every half round. */
#pragma once
#include "record.h"

/* Whether the half of the ring that the consumer stands in, or stood in rounds ago, is where the record lies. */
static bool ringbuf_should_wakeup(const struct bpf_ringbuf *rb, unsigned long rec_pos, unsigned long cons_pos,
				  u32 len, u64 flags)
{
	unsigned long rec_end;

	if (flags & BPF_RB_FORCE_WAKEUP)
		return true;
	if (flags & BPF_RB_NO_WAKEUP)
		return false;

	rec_end = rec_pos + bpf_ringbuf_round_up_hdr_len(len);
	cons_pos &= rb->mask >> 1;
	rec_pos &= rb->mask >> 1;
	rec_end &= rb->mask >> 1;

	if (cons_pos == rec_pos)
		return true;
	if (rec_pos < cons_pos && cons_pos < rec_end)
		return true;
	if (rec_end < rec_pos && (cons_pos > rec_pos || cons_pos < rec_end))
		return true;
	return false;
}

static void bpf_ringbuf_commit(void *sample, u64 flags, bool discard)
{
	unsigned long rec_pos, cons_pos;
	struct bpf_ringbuf_hdr *hdr;
	struct bpf_ringbuf *rb;
	u32 new_len;

	hdr = sample - BPF_RINGBUF_HDR_SZ;
	rb = bpf_ringbuf_restore_from_rec(hdr);
	new_len = hdr->len ^ BPF_RINGBUF_BUSY_BIT;
	if (discard)
		new_len |= BPF_RINGBUF_DISCARD_BIT;

	/* Pairs with the consumer's acquire of the header; full, since consumer_pos must be read after it. */
	xchg(&hdr->len, new_len);

	rec_pos = (void *)hdr - (void *)rb->data;
	trace_committed(rec_pos, discard);
	cons_pos = smp_load_acquire(&rb->consumer_pos);
	if (ringbuf_should_wakeup(rb, rec_pos, cons_pos, new_len, flags))
		irq_work_queue(rb);
}

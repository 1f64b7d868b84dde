/* How a record is handed over, in all variants but overwrite-v2. */
#pragma once
#include "record.h"

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
	cons_pos = smp_load_acquire(&rb->consumer_pos) & rb->mask;

	/* A consumer that has come as far as this record may be about to sleep. */
	if (flags & BPF_RB_FORCE_WAKEUP)
		irq_work_queue(rb);
	else if (cons_pos == rec_pos && !(flags & BPF_RB_NO_WAKEUP))
		irq_work_queue(rb);
}

/*
 * The producer that overwrites the oldest records where there is no room, as it was merged. consumer_pos
 * does not hold it back; a record that is still being written does.
 */
#include "commit.h"
#include "lock.h"
#include "avail-overwrite.h"

static void *__bpf_ringbuf_reserve(struct bpf_ringbuf *rb, u64 size)
{
	unsigned long prod_pos, new_prod_pos, pend_pos, over_pos, flags;
	struct bpf_ringbuf_hdr *hdr;
	u32 len, pg_off, hdr_len;

	if (unlikely(size > RINGBUF_MAX_RECORD_SZ))
		return NULL;

	len = round_up(size + BPF_RINGBUF_HDR_SZ, 8);
	if (len > ringbuf_total_data_sz(rb))
		return NULL;

	if (raw_res_spin_lock_irqsave(&rb->spinlock, flags))
		return NULL;

	prod_pos = rb->producer_pos;
	new_prod_pos = prod_pos + len;

	/* Whose record is the oldest that is still being written? Nobody may write over it. */
	pend_pos = rb->pending_pos;
	while (pend_pos < prod_pos) {
		hdr = (void *)rb->data + (pend_pos & rb->mask);
		hdr_len = READ_ONCE(hdr->len);
		if (hdr_len & BPF_RINGBUF_BUSY_BIT)
			break;
		pend_pos += bpf_ringbuf_round_up_hdr_len(hdr_len);
	}
	rb->pending_pos = pend_pos;

	/* The producer is never a whole ring ahead of what is still being written. */
	if (new_prod_pos - pend_pos > rb->mask) {
		trace_no_room(new_prod_pos, pend_pos, new_prod_pos);
		raw_res_spin_unlock_irqrestore(&rb->spinlock, flags);
		return NULL;
	}

	/* Whole records make room, the oldest first. None of them is being written: pending_pos is not passed. */
	over_pos = rb->overwrite_pos;
	while (new_prod_pos - over_pos > rb->mask) {
		hdr = (void *)rb->data + (over_pos & rb->mask);
		hdr_len = READ_ONCE(hdr->len);
		trace_overwritten(over_pos, hdr_len);
		over_pos += bpf_ringbuf_round_up_hdr_len(hdr_len);
	}
	/* Whoever acquires the producer_pos that is released below sees this, too. */
	WRITE_ONCE(rb->overwrite_pos, over_pos);
	trace_positions(over_pos, pend_pos, prod_pos, new_prod_pos);

	note_reserved(prod_pos, new_prod_pos, size);
	hdr = (void *)rb->data + (prod_pos & rb->mask);
	pg_off = bpf_ringbuf_rec_pg_off(rb, hdr);
	hdr->len = size | BPF_RINGBUF_BUSY_BIT;
	hdr->pg_off = pg_off;

	/* Pairs with the consumer's acquire of producer_pos. */
	smp_store_release(&rb->producer_pos, new_prod_pos);

	raw_res_spin_unlock_irqrestore(&rb->spinlock, flags);
	return (void *)hdr + BPF_RINGBUF_HDR_SZ;
}

#include "helpers.h"

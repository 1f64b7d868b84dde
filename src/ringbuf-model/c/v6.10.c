/*
 * The producer of Linux 6.10, mended after CVE-2024-41009: consumer_pos is what user space says, so the
 * kernel keeps its own account, pending_pos, of which records are still being written.
 */
#include "commit.h"
#include "avail.h"

static void *__bpf_ringbuf_reserve(struct bpf_ringbuf *rb, u64 size)
{
	unsigned long cons_pos, prod_pos, new_prod_pos, pend_pos, flags;
	struct bpf_ringbuf_hdr *hdr;
	u32 len, pg_off, hdr_len;

	if (unlikely(size > RINGBUF_MAX_RECORD_SZ))
		return NULL;

	len = round_up(size + BPF_RINGBUF_HDR_SZ, 8);
	if (len > ringbuf_total_data_sz(rb))
		return NULL;

	/* Before the lock: it may be old by the time that it is used, and then there is less room than there could be. */
	cons_pos = smp_load_acquire(&rb->consumer_pos);

	if (in_nmi()) {
		if (!raw_spin_trylock_irqsave(&rb->spinlock, flags))
			return NULL;
	} else {
		raw_spin_lock_irqsave(&rb->spinlock, flags);
	}

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

	/* The producer is never a whole ring ahead of what was consumed, nor of what is still being written. */
	if (new_prod_pos - cons_pos > rb->mask || new_prod_pos - pend_pos > rb->mask) {
		trace_no_room(cons_pos, pend_pos, new_prod_pos);
		raw_spin_unlock_irqrestore(&rb->spinlock, flags);
		return NULL;
	}

	note_reserved(prod_pos, new_prod_pos, size);
	hdr = (void *)rb->data + (prod_pos & rb->mask);
	pg_off = bpf_ringbuf_rec_pg_off(rb, hdr);
	hdr->len = size | BPF_RINGBUF_BUSY_BIT;
	hdr->pg_off = pg_off;

	/* Pairs with the consumer's acquire of producer_pos. */
	smp_store_release(&rb->producer_pos, new_prod_pos);

	raw_spin_unlock_irqrestore(&rb->spinlock, flags);
	return (void *)hdr + BPF_RINGBUF_HDR_SZ;
}

#include "helpers.h"

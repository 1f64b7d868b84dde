/*
 * The producer as first posted for Linux 5.8: positions and header by marked plain-ordered accesses, with
 * a write barrier between the header and the position that shows it.
 */
#include "commit.h"
#include "avail.h"

static void *__bpf_ringbuf_reserve(struct bpf_ringbuf *rb, u64 size)
{
	unsigned long cons_pos, prod_pos, new_prod_pos, flags;
	struct bpf_ringbuf_hdr *hdr;
	u32 len, pg_off;

	if (unlikely(size > RINGBUF_MAX_RECORD_SZ))
		return NULL;

	len = round_up(size + BPF_RINGBUF_HDR_SZ, 8);

	/* Before the lock: it may be old by the time that it is used, and then there is less room than there could be. */
	cons_pos = READ_ONCE(rb->consumer_pos);

	if (in_nmi()) {
		if (!raw_spin_trylock_irqsave(&rb->spinlock, flags))
			return NULL;
	} else {
		raw_spin_lock_irqsave(&rb->spinlock, flags);
	}

	prod_pos = READ_ONCE(rb->producer_pos);
	new_prod_pos = prod_pos + len;

	/* The producer is never a whole ring ahead. */
	if (new_prod_pos - cons_pos > rb->mask) {
		trace_no_room(cons_pos, cons_pos, new_prod_pos);
		raw_spin_unlock_irqrestore(&rb->spinlock, flags);
		return NULL;
	}

	note_reserved(prod_pos, new_prod_pos, size);
	hdr = (void *)rb->data + (prod_pos & rb->mask);
	pg_off = bpf_ringbuf_rec_pg_off(rb, hdr);
	WRITE_ONCE(hdr->len, size | BPF_RINGBUF_BUSY_BIT);
	WRITE_ONCE(hdr->pg_off, pg_off);

	/* Pairs with the consumer's read barrier, or acquire, after it has read producer_pos. */
	smp_wmb();
	WRITE_ONCE(rb->producer_pos, new_prod_pos);

	raw_spin_unlock_irqrestore(&rb->spinlock, flags);
	return (void *)hdr + BPF_RINGBUF_HDR_SZ;
}

#include "helpers.h"

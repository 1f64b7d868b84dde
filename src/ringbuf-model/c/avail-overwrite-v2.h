/* How much is there to read, in the second version under review: overwrite_pos last, and a bound on what comes out. */
#pragma once
#include "ringbuf.h"

static unsigned long ringbuf_avail_data_sz(struct bpf_ringbuf *rb)
{
	unsigned long cons_pos, prod_pos, over_pos, avail;

	cons_pos = smp_load_acquire(&rb->consumer_pos);
	prod_pos = smp_load_acquire(&rb->producer_pos);
	/* A producer may have gone a round ahead since. */
	over_pos = READ_ONCE(rb->overwrite_pos);
	avail = min(prod_pos - max(cons_pos, over_pos), rb->mask + 1);
	if (!is_polling)
		trace_avail(cons_pos, prod_pos, over_pos, avail);
	return avail;
}

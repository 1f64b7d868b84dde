/* How much is there to read where old records are overwritten: from the newer of what was consumed and what is gone. */
#pragma once
#include "ringbuf.h"

static unsigned long ringbuf_avail_data_sz(struct bpf_ringbuf *rb)
{
	unsigned long cons_pos, prod_pos, over_pos, avail;

	cons_pos = smp_load_acquire(&rb->consumer_pos);
	/* Before producer_pos, which only grows: it cannot come out behind. */
	over_pos = smp_load_acquire(&rb->overwrite_pos);
	prod_pos = smp_load_acquire(&rb->producer_pos);
	avail = prod_pos - max(cons_pos, over_pos);
	if (!is_polling)
		trace_avail(cons_pos, prod_pos, over_pos, avail);
	return avail;
}

/* How much is there to read, while nothing is overwritten. */
#pragma once
#include "ringbuf.h"

static unsigned long ringbuf_avail_data_sz(struct bpf_ringbuf *rb)
{
	unsigned long cons_pos, prod_pos;

	cons_pos = smp_load_acquire(&rb->consumer_pos);
	prod_pos = smp_load_acquire(&rb->producer_pos);
	if (!is_polling)
		trace_avail(cons_pos, prod_pos, cons_pos, prod_pos - cons_pos);
	return prod_pos - cons_pos;
}

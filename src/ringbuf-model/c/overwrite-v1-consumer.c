/*
 * The consumer that came with the first version of overwriting: it copies what there is, and then looks
 * whether a producer has come round meanwhile. If so, the copy is worth nothing, and it tries again.
 */
#include "ringbuf.h"

#parameter retries = 1 in 0..4

/* Copies the records in [pos, end) word by word; each word's logical position tells where it belongs. */
static void copy_records(struct bpf_ringbuf *rb, unsigned long pos, unsigned long end)
{
	for (; (long)(pos - end) < 0; pos += 8) {
		u32 *word = (void *)rb->data + (pos & rb->mask);

		trace_copied(pos, *word);
	}
}

static int snapshot(struct bpf_ringbuf *rb)
{
	unsigned long cons_pos, prod_pos, over_pos, tail;

	cons_pos = rb->consumer_pos;
	for (int attempt = 0; attempt <= retries; attempt++) {
		prod_pos = smp_load_acquire(&rb->producer_pos);
		over_pos = READ_ONCE(rb->overwrite_pos);
		tail = max(cons_pos, over_pos);
		trace_copying(tail, prod_pos);
		copy_records(rb, tail, prod_pos);
		prod_pos = smp_load_acquire(&rb->producer_pos);
		if (prod_pos - tail <= rb->mask) {
			trace_accepted();
			return 0;
		}
	}
	return -EAGAIN;
}

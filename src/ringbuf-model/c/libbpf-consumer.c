/* The consumer of libbpf: user space, one thread, its own page for consumer_pos and the rest read only. */
#include "ringbuf.h"

#parameter level_triggered = 1 in 0..1
#parameter syscall_mb = 0 in 0..1

typedef int (*ring_buffer_sample_fn)(void *ctx, void *data, size_t size);

struct ring {
	const ring_buffer_sample_fn sample_cb;
	void *const ctx;
	void *const data;
	unsigned long *const consumer_pos;
	unsigned long *const producer_pos;
	const unsigned long mask;
};

static int process_sample(void *ctx, void *data, size_t len);

const struct ring ring = {
	.sample_cb = process_sample,
	.ctx = NULL,
	.data = ringbuf.data,
	.consumer_pos = &ringbuf.consumer_pos,
	.producer_pos = &ringbuf.producer_pos,
	.mask = ring_size - 1,
};

static int roundup_len(u32 len)
{
	/* The two flags are the uppermost bits. */
	len <<= 2;
	len >>= 2;
	len += BPF_RINGBUF_HDR_SZ;
	return (len + 7) / 8 * 8;
}

/* What the application does with a record: it reads all of it. */
static int process_sample(void *ctx, void *data, size_t len)
{
	u32 *words = data;

	for (size_t at = 0; at < len; at += 8)
		trace_payload(at, words[at / 4]);
	return 0;
}

static long ringbuf_process_ring(const struct ring *r, size_t n)
{
	unsigned long cons_pos, prod_pos;
	bool got_new_data;
	int *len_ptr, len, err;
	void *sample;
	long cnt = 0;

	cons_pos = smp_load_acquire(r->consumer_pos);
	do {
		got_new_data = false;
		prod_pos = smp_load_acquire(r->producer_pos);
		while (cons_pos < prod_pos) {
			len_ptr = r->data + (cons_pos & r->mask);
			len = smp_load_acquire(len_ptr);

			/* Whoever writes this record has not finished. Who polls comes back for it, again and again. */
			if (len & BPF_RINGBUF_BUSY_BIT) {
				if (!is_polling)
					trace_left(cons_pos, prod_pos);
				goto done;
			}

			got_new_data = true;
			trace_consumed(cons_pos, len);
			cons_pos += roundup_len(len);

			if ((len & BPF_RINGBUF_DISCARD_BIT) == 0) {
				sample = (void *)len_ptr + BPF_RINGBUF_HDR_SZ;
				err = r->sample_cb(r->ctx, sample, len);
				if (err < 0) {
					/* The record counts as consumed all the same. */
					smp_store_release(r->consumer_pos, cons_pos);
					return err;
				}
				cnt++;
			}

			/* From here on a producer may write over the record. */
			smp_store_release(r->consumer_pos, cons_pos);

			if (cnt >= n)
				goto done;
		}
	} while (got_new_data);
	trace_left(cons_pos, prod_pos);
done:
	return cnt;
}

static int ring_buffer__consume_n(const struct ring *r, size_t n)
{
	return ringbuf_process_ring(r, n);
}

static int ring_buffer__consume(const struct ring *r)
{
	return ringbuf_process_ring(r, INT_MAX);
}

/* The kernel as the consumer of what user space produces. It believes nothing that it reads. */
#include "record.h"

#parameter samples_limit = 4 in 1..131072

static int __bpf_user_ringbuf_peek(struct bpf_ringbuf *rb, void **sample, u32 *size)
{
	u32 hdr_len, sample_len, total_len, flags, *hdr;
	u64 cons_pos, prod_pos;

	/* Pairs with the release in user_ring_buffer__reserve. */
	prod_pos = smp_load_acquire(&rb->producer_pos);
	if (prod_pos % 8)
		return -EINVAL;

	cons_pos = smp_load_acquire(&rb->consumer_pos);
	if (cons_pos >= prod_pos)
		return -ENODATA;

	hdr = (void *)rb->data + (cons_pos & rb->mask);
	/* Once, for it may change under our hands; an acquire, for the payload is read after it. */
	hdr_len = smp_load_acquire(hdr);
	trace_peeked(cons_pos, prod_pos, hdr_len);
	flags = hdr_len & (BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);
	sample_len = hdr_len & ~flags;
	total_len = round_up(sample_len + BPF_RINGBUF_HDR_SZ, 8);

	if (total_len > prod_pos - cons_pos)
		return -EINVAL;
	if (total_len > ringbuf_total_data_sz(rb))
		return -E2BIG;

	if (flags & BPF_RINGBUF_DISCARD_BIT) {
		/* Nobody is to see it: it is consumed. */
		smp_store_release(&rb->consumer_pos, cons_pos + total_len);
		return -EAGAIN;
	}
	if (flags & BPF_RINGBUF_BUSY_BIT)
		return -ENODATA;

	*sample = (void *)rb->data + ((cons_pos + BPF_RINGBUF_HDR_SZ) & rb->mask);
	*size = sample_len;
	trace_exposed(cons_pos, cons_pos + total_len, prod_pos);
	trace_consumed(cons_pos, sample_len);
	return 0;
}

static void __bpf_user_ringbuf_sample_release(struct bpf_ringbuf *rb, size_t size, u64 flags)
{
	u64 consumer_pos;
	u32 rounded_size = round_up(size + BPF_RINGBUF_HDR_SZ, 8);

	/* Only the one who holds the busy bit writes it. */
	consumer_pos = rb->consumer_pos;
	smp_store_release(&rb->consumer_pos, consumer_pos + rounded_size);
}

/* What the BPF program does with a sample: it reads all of it. */
static long drain_callback(void *sample, u32 size)
{
	u32 *words = sample;

	for (u32 at = 0; at < size; at += 8)
		trace_payload(at, words[at / 4]);
	return 0;
}

static long bpf_user_ringbuf_drain(struct bpf_ringbuf *rb, u64 flags)
{
	long samples, discarded_samples = 0, ret = 0;
	int err;

	if (unlikely(flags & ~(BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP)))
		return -EINVAL;

	/* One drains at a time; the other does not wait. */
	if (atomic_cmpxchg(&rb->busy, 0, 1) != 0)
		return -EBUSY;
	trace_draining();

	for (samples = 0; samples < samples_limit && ret == 0; samples++) {
		void *sample;
		u32 size;

		err = __bpf_user_ringbuf_peek(rb, &sample, &size);
		if (err) {
			if (err == -ENODATA)
				break;
			if (err == -EAGAIN) {
				discarded_samples++;
				continue;
			}
			ret = err;
			goto out;
		}
		ret = drain_callback(sample, size);
		__bpf_user_ringbuf_sample_release(rb, size, flags);
	}
	ret = samples - discarded_samples;
out:
	trace_drained();
	/* Positions that were stored before must be seen by the next one who drains. */
	atomic_set_release(&rb->busy, 0);

	if (flags & BPF_RB_FORCE_WAKEUP)
		irq_work_queue(rb);
	else if (!(flags & BPF_RB_NO_WAKEUP) && samples > 0)
		irq_work_queue(rb);
	return ret;
}

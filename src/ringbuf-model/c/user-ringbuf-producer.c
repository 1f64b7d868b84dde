/* User space as the producer. USER_RINGBUF_V3 is the version under review that stored the rounded size. */
#include "ringbuf.h"
#include "record.h"

#parameter waits = 2 in 0..8

struct user_ring_buffer {
	unsigned long *const consumer_pos;
	unsigned long *const producer_pos;
	void *const data;
	const unsigned long mask;
};

const struct user_ring_buffer user_ring = {
	.consumer_pos = &ringbuf.consumer_pos,
	.producer_pos = &ringbuf.producer_pos,
	.data = ringbuf.data,
	.mask = ring_size - 1,
};

static __thread int user_errno;

/* The caller sees to it that no other thread reserves at the same time. */
static void *user_ring_buffer__reserve(const struct user_ring_buffer *rb, u32 size)
{
	u32 avail_size, total_size, max_size;
	u64 cons_pos, prod_pos;
	struct bpf_ringbuf_hdr *hdr;

	/* The upper two bits are the header's flags. */
	if (size & (BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT)) {
		user_errno = E2BIG;
		return NULL;
	}

	/* Pairs with the releases of the one who drains. */
	cons_pos = smp_load_acquire(rb->consumer_pos);
	prod_pos = smp_load_acquire(rb->producer_pos);

	max_size = rb->mask + 1;
	avail_size = max_size - (prod_pos - cons_pos);
	total_size = (size + 7) / 8 * 8 + BPF_RINGBUF_HDR_SZ;
#ifdef USER_RINGBUF_V3
	size = (size + 7) / 8 * 8;
#endif

	if (total_size > max_size) {
		user_errno = E2BIG;
		return NULL;
	}
	if (avail_size < total_size) {
		user_errno = ENOSPC;
		return NULL;
	}

	note_reserved(prod_pos, prod_pos + total_size, size);
	hdr = rb->data + (prod_pos & rb->mask);
	hdr->len = size | BPF_RINGBUF_BUSY_BIT;
	hdr->pg_off = 0;

	/* Pairs with the acquire in __bpf_user_ringbuf_peek. */
	smp_store_release(rb->producer_pos, prod_pos + total_size);

	return rb->data + ((prod_pos + BPF_RINGBUF_HDR_SZ) & rb->mask);
}

static void user_ringbuf_commit(const struct user_ring_buffer *rb, void *sample, bool discard)
{
	struct bpf_ringbuf_hdr *hdr;
	unsigned long hdr_offset;
	u32 new_len;

	/* A sample at the very beginning of the ring has its header at the very end. */
	hdr_offset = rb->mask + 1 + (sample - rb->data) - BPF_RINGBUF_HDR_SZ;
	hdr = rb->data + (hdr_offset & rb->mask);

	new_len = hdr->len & ~BPF_RINGBUF_BUSY_BIT;
	if (discard)
		new_len |= BPF_RINGBUF_DISCARD_BIT;

	/* Pairs with the acquire of the header in __bpf_user_ringbuf_peek. */
	__atomic_exchange_n(&hdr->len, new_len, __ATOMIC_ACQ_REL);
	trace_committed(hdr_offset & rb->mask, discard);
}

static void user_ring_buffer__submit(const struct user_ring_buffer *rb, void *sample)
{
	user_ringbuf_commit(rb, sample, false);
}

static void user_ring_buffer__discard(const struct user_ring_buffer *rb, void *sample)
{
	user_ringbuf_commit(rb, sample, true);
}

/* Time is counted in wake-ups: a timeout of so many gives up after as many that brought no room. */
static void *user_ring_buffer__reserve_blocking(const struct user_ring_buffer *rb, u32 size, int timeout)
{
	int seen, waited = 0;
	void *sample;

	if (timeout < -1) {
		user_errno = EINVAL;
		return NULL;
	}
	do {
		seen = atomic_read_acquire(&wakeups);
		sample = user_ring_buffer__reserve(rb, size);
		if (sample)
			return sample;
		if (user_errno != ENOSPC)
			return NULL;
		if (timeout == 0)
			return NULL;
		if (atomic_read_acquire(&wakeups) == seen) {
			trace_asleep(seen);
			return NULL;
		}
		waited++;
	} while (timeout == -1 || waited < timeout);
	return NULL;
}

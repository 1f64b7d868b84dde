/* The user ring buffer: several threads of user space produce, the kernel drains. */
#include "user-ringbuf-drain.c"
#include "user-ringbuf-producer.c"

/* Threads that share the ring take turns where they reserve. */
spinlock_t user_mutex;

/* Reserves, fills and commits one sample. */
static void produce(u32 size, u64 flags, bool discard)
{
	u32 *sample;

	trace_reserving(size);
	spin_lock(&user_mutex);
	sample = user_ring_buffer__reserve(&user_ring, size);
	spin_unlock(&user_mutex);
	if (!sample) {
		trace_reserve_failed(size);
		return;
	}
	/* Past the end of the data the ring begins anew: it is mapped twice. */
	for (u32 at = 0; at < size; at += 8)
		sample[at / 4] = (unsigned long)(reserved_pos + BPF_RINGBUF_HDR_SZ + at);
	if (discard)
		user_ring_buffer__discard(&user_ring, sample);
	else
		user_ring_buffer__submit(&user_ring, sample);
}

/* The same, but it waits for room. */
static void produce_blocking(u32 size, int timeout)
{
	u32 *sample;

	trace_reserving(size);
	sample = user_ring_buffer__reserve_blocking(&user_ring, size, timeout);
	if (!sample) {
		trace_reserve_failed(size);
		return;
	}
	for (u32 at = 0; at < size; at += 8)
		sample[at / 4] = (unsigned long)(reserved_pos + BPF_RINGBUF_HDR_SZ + at);
	user_ring_buffer__submit(&user_ring, sample);
}

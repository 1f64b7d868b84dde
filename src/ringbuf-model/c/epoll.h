/*
 * epoll_wait on one ring. The ring is on the ready list after a producer's wake-up and, if level-triggered,
 * after each time that it was reported. What is on the list is polled: it is reported if there is data, and
 * else taken off. Where the list is empty the caller sleeps until the next wake-up.
 */
#pragma once

static __thread int seen_wakeups;
static __thread bool is_listed;

/* 1 if the ring is readable, 0 if the caller sleeps and nothing wakes it. */
static int epoll_wait(struct bpf_ringbuf *rb)
{
	int woken;

	if (syscall_mb)
		smp_mb();
	for (;;) {
		woken = atomic_read_acquire(&wakeups);
		if (woken == seen_wakeups && !is_listed) {
			trace_asleep(woken);
			return 0;
		}
		seen_wakeups = woken;
		is_listed = false;
		if (ringbuf_avail_data_sz(rb)) {
			is_listed = level_triggered;
			return 1;
		}
	}
}

/* epoll_ctl(EPOLL_CTL_ADD) polls once. */
static void epoll_add(struct bpf_ringbuf *rb)
{
	is_polling = true;
	seen_wakeups = atomic_read_acquire(&wakeups);
	is_listed = ringbuf_avail_data_sz(rb) != 0;
}

/* ring_buffer__poll in an endless loop; it ends where it would sleep for ever. */
static void poll_forever(struct bpf_ringbuf *rb)
{
	epoll_add(rb);
	while (epoll_wait(rb))
		ring_buffer__consume(&ring);
}

/* From a record to its ring and back, wake-ups, and what ends every reservation. */
#pragma once
#include "ringbuf.h"

/* The logical position of the record that this thread reserved last. What it fills in tells it from all others. */
static __thread unsigned long reserved_pos;

/* Pages from the ring's beginning to the header: what lets commit find the ring from the record alone. */
static size_t bpf_ringbuf_rec_pg_off(struct bpf_ringbuf *rb, struct bpf_ringbuf_hdr *hdr)
{
	return ((void *)hdr - (void *)rb) >> PAGE_SHIFT;
}

static struct bpf_ringbuf *bpf_ringbuf_restore_from_rec(struct bpf_ringbuf_hdr *hdr)
{
	/* Of 64 bits, though positions may have fewer. */
	u64 addr = (u64)(void *)hdr;
	u64 off = (u64)hdr->pg_off << PAGE_SHIFT;

	return (void *)((addr & PAGE_MASK) - off);
}

/* The interrupt that this asks for comes at once, and wakes all who wait, if anyone ever does. */
static void irq_work_queue(struct bpf_ringbuf *rb)
{
	trace_wakeup();
#ifndef NOBODY_SLEEPS
	atomic_fetch_inc_release(&wakeups);
#endif
}

/* A record is this thread's from here on. */
static void note_reserved(unsigned long prod_pos, unsigned long new_prod_pos, u64 size)
{
	reserved_pos = prod_pos;
	trace_reserved(prod_pos, new_prod_pos, size);
}

/* What the two sides of a BPF ring buffer share: its layout, its header, its flags. */
#pragma once

#parameter ring_size = 64
#parameter start = 0

#define PAGE_SHIFT 12
#define PAGE_SIZE (1ULL << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))

#define BPF_RINGBUF_BUSY_BIT (1U << 31)
#define BPF_RINGBUF_DISCARD_BIT (1U << 30)
#define BPF_RINGBUF_HDR_SZ 8
#define RINGBUF_MAX_RECORD_SZ (0xffffffffU / 4)

#define BPF_RB_NO_WAKEUP (1ULL << 0)
#define BPF_RB_FORCE_WAKEUP (1ULL << 1)

#define BPF_RB_AVAIL_DATA 0
#define BPF_RB_RING_SIZE 1
#define BPF_RB_CONS_POS 2
#define BPF_RB_PROD_POS 3
#define BPF_RB_OVERWRITE_POS 4

#define E2BIG 7
#define EAGAIN 11
#define EBUSY 16
#define EINVAL 22
#define ENOSPC 28
#define ENODATA 61
#define INT_MAX 0x7fffffff

/* In front of every record. The length is the one that was asked for, not rounded. */
struct bpf_ringbuf_hdr {
	u32 len;
	u32 pg_off;
};

/*
 * The ring as the kernel sees it, the data mapped twice in a row, so that no record is ever in two
 * pieces. User space maps the page of consumer_pos for writing and the rest for reading.
 */
struct bpf_ringbuf {
	const u64 mask;
	atomic_t busy;
	raw_spinlock_t spinlock;
	unsigned long consumer_pos __aligned(PAGE_SIZE);
	unsigned long producer_pos __aligned(PAGE_SIZE);
	unsigned long pending_pos;
	unsigned long overwrite_pos;
	char data[ring_size] __aligned(PAGE_SIZE) __words(u32) __mapped_twice;
};

struct bpf_ringbuf ringbuf = {
	.mask = ring_size - 1,
	.consumer_pos = start,
	.producer_pos = start,
	.pending_pos = start,
	.overwrite_pos = start,
};

/* How often those who wait for the ring have been woken: there is one ring here, and so one list of them. */
atomic_t wakeups;

static u32 ringbuf_total_data_sz(const struct bpf_ringbuf *rb)
{
	return rb->mask + 1;
}

/*
 * Whether this thread asks how much there is only to know whether there is anything, again and again. That is not
 * noted: a round that found nothing new would count as one that did something.
 */
static __thread bool is_polling;

/* Bytes that a record takes whose header holds hdr_len. */
static u32 bpf_ringbuf_round_up_hdr_len(u32 hdr_len)
{
	hdr_len &= ~BPF_RINGBUF_DISCARD_BIT;
	return round_up(hdr_len + BPF_RINGBUF_HDR_SZ, 8);
}

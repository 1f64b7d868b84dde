/* What a BPF program calls. */
#pragma once

struct bpf_map {
	const u32 max_entries;
};

struct bpf_ringbuf_map {
	struct bpf_map map;
	struct bpf_ringbuf *const rb;
};

struct bpf_ringbuf_map ringbuf_map = { .map = { .max_entries = ring_size }, .rb = &ringbuf };

BPF_CALL_3(bpf_ringbuf_reserve, struct bpf_map *, map, u64, size, u64, flags)
{
	struct bpf_ringbuf_map *rb_map;

	if (unlikely(flags))
		return 0;

	rb_map = container_of(map, struct bpf_ringbuf_map, map);
	return (unsigned long)__bpf_ringbuf_reserve(rb_map->rb, size);
}

BPF_CALL_2(bpf_ringbuf_submit, void *, sample, u64, flags)
{
	bpf_ringbuf_commit(sample, flags, false);
	return 0;
}

BPF_CALL_2(bpf_ringbuf_discard, void *, sample, u64, flags)
{
	bpf_ringbuf_commit(sample, flags, true);
	return 0;
}

/* Each word of a record holds its own logical position: no other record, of this round or another, has it. */
static void fill_record(u32 *rec, unsigned long pos, u64 size)
{
	for (u64 at = 0; at < size; at += 8)
		rec[at / 4] = (unsigned long)(pos + BPF_RINGBUF_HDR_SZ + at);
}

BPF_CALL_3(bpf_ringbuf_output, struct bpf_map *, map, u64, size, u64, flags)
{
	struct bpf_ringbuf_map *rb_map;
	void *rec;

	if (unlikely(flags & ~(BPF_RB_NO_WAKEUP | BPF_RB_FORCE_WAKEUP)))
		return -EINVAL;

	rb_map = container_of(map, struct bpf_ringbuf_map, map);
	rec = __bpf_ringbuf_reserve(rb_map->rb, size);
	if (!rec)
		return -EAGAIN;

	fill_record(rec, reserved_pos, size);
	bpf_ringbuf_commit(rec, flags, false);
	return 0;
}

BPF_CALL_2(bpf_ringbuf_query, struct bpf_map *, map, u64, flags)
{
	struct bpf_ringbuf *rb;

	rb = container_of(map, struct bpf_ringbuf_map, map)->rb;

	switch (flags) {
	case BPF_RB_AVAIL_DATA:
		return ringbuf_avail_data_sz(rb);
	case BPF_RB_RING_SIZE:
		return ringbuf_total_data_sz(rb);
	case BPF_RB_CONS_POS:
		return smp_load_acquire(&rb->consumer_pos);
	case BPF_RB_PROD_POS:
		return smp_load_acquire(&rb->producer_pos);
	case BPF_RB_OVERWRITE_POS:
		return smp_load_acquire(&rb->overwrite_pos);
	default:
		return 0;
	}
}

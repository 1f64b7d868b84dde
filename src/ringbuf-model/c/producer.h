/* A BPF program that sends records. */
#pragma once

/* Reserves, fills and commits one record; without room it goes without. */
static void produce(u64 size, u64 flags, bool discard)
{
	void *sample;

	trace_reserving(size);
	sample = (void *)bpf_ringbuf_reserve(&ringbuf_map.map, size, 0);
	if (!sample) {
		trace_reserve_failed(size);
		return;
	}
	fill_record(sample, reserved_pos, size);
	if (discard)
		bpf_ringbuf_discard(sample, flags);
	else
		bpf_ringbuf_submit(sample, flags);
}

/* Reserves a record and never commits it, as a program that is interrupted for long. */
static void hold(u64 size)
{
	void *sample;

	trace_reserving(size);
	sample = (void *)bpf_ringbuf_reserve(&ringbuf_map.map, size, 0);
	if (!sample)
		trace_reserve_failed(size);
	else
		fill_record(sample, reserved_pos, size);
}

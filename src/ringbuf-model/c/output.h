/* A BPF program that has its record ready, and leaves the rest to one helper. */
#pragma once

/* Sends one record in one call; without room it goes without. */
static void output(u64 size, u64 flags)
{
	trace_reserving(size);
	if ((long)bpf_ringbuf_output(&ringbuf_map.map, size, flags) < 0)
		trace_reserve_failed(size);
}

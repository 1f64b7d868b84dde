/* User space that writes what it likes where it may: into consumer_pos. */
#pragma once

#parameter hostile_reach = 4 in 1..512

/* All that producers do with consumer_pos is to take its distance to theirs: one round back to some records ahead. */
static void write_any_position(struct bpf_ringbuf *rb)
{
	WRITE_ONCE(rb->consumer_pos, start + 8 * (unsigned long)choose(hostile_reach));
}

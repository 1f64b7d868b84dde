/* A BPF program that interrupts another on the same processor, and sends a record of its own. */
#pragma once

#parameter nested_size = 8

static void nested_producer(void)
{
	unsigned long outer_pos = reserved_pos;

	trace_interrupted();
	produce(nested_size, 0, false);
	trace_resumed();
	reserved_pos = outer_pos;
}

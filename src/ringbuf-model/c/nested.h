/* A BPF program that interrupts another on the same processor, and sends a record of its own. */
#pragma once

#parameter nested_size = 8

#ifndef NESTED_IN_NMI
/* It is another program of the same kind that comes in between, a tracing one say: nothing tells it so. */
static bool in_nmi(void)
{
	return false;
}
#endif

static void nested_producer(void)
{
	unsigned long outer_pos = reserved_pos;

	produce(nested_size, 0, false);
	reserved_pos = outer_pos;
}

/* A BPF program that interrupts another on the same processor, and sends a record of its own. */
#pragma once

#parameter nested_size = 8

#ifdef NESTED_IN_NMI
static __thread bool is_in_nmi;

#define in_nmi() is_in_nmi
#endif

static void nested_producer(void)
{
	unsigned long outer_pos = reserved_pos;

#ifdef NESTED_IN_NMI
	is_in_nmi = true;
#endif
	produce(nested_size, 0, false);
#ifdef NESTED_IN_NMI
	is_in_nmi = false;
#endif
	reserved_pos = outer_pos;
}

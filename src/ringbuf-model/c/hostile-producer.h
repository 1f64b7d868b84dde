/* User space that writes what it likes where it may: into producer_pos, and into the header at the beginning. */
#pragma once

#parameter hostile_reach = 4 in 1..512

static void write_anything(struct bpf_ringbuf *rb)
{
	struct bpf_ringbuf_hdr *hdr = (void *)rb->data + (start & rb->mask);

	WRITE_ONCE(hdr->len, 8 * choose(hostile_reach));
	WRITE_ONCE(rb->producer_pos, start + 4 * (unsigned long)choose(hostile_reach));
	WRITE_ONCE(hdr->len, (8 * choose(hostile_reach)) | (choose(2) ? BPF_RINGBUF_DISCARD_BIT : 0));
}

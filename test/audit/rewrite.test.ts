import { expect, test } from "vitest";
import type { Level } from "../../src/audit/level.ts";
import { rewrite } from "../../src/audit/rewrite.ts";
import type { Site } from "../../src/audit/site.ts";

test.each<[text: string, kind: Site["kind"], to: Level, result: string | undefined]>([
	["smp_load_acquire(x)", "load", "once", "READ_ONCE(*x)"],
	["smp_load_acquire(&rb->pos)", "load", "once", "READ_ONCE(rb->pos)"],
	["smp_load_acquire(p + 1)", "load", "plain", "*(p + 1)"],
	["READ_ONCE(*x)", "load", "plain", "*x"],
	["READ_ONCE(*x)", "load", "acquire", "smp_load_acquire(x)"],
	["rcu_dereference(*p)", "load", "plain", "*p"],
	["a[i]", "load", "acquire", "smp_load_acquire(&a[i])"],
	["hdr->len", "load", "once", "READ_ONCE(hdr->len)"],
	["x++", "load", "once", undefined],
	["atomic_read_acquire(v)", "load", "once", "atomic_read(v)"],
	["atomic_read(v)", "load", "plain", undefined],
	["smp_store_release(x, f(1, 2))", "store", "once", "WRITE_ONCE(*x, f(1, 2))"],
	["smp_store_release(&rb->pos, p)", "store", "plain", "rb->pos = p"],
	["WRITE_ONCE(*x, 1)", "store", "release", "smp_store_release(x, 1)"],
	["rcu_assign_pointer(*p, x)", "store", "once", "WRITE_ONCE(*p, x)"],
	["*x = r == 1", "store", "once", "WRITE_ONCE(*x, r == 1)"],
	["hdr->len = 2", "store", "release", "smp_store_release(&hdr->len, 2)"],
	["*x += 1", "store", "once", undefined],
	["atomic_set_release(v, 1)", "store", "once", "atomic_set(v, 1)"],
	["xchg(x, 1)", "update", "release", "xchg_release(x, 1)"],
	["xchg_release(x, 1)", "update", "full", "xchg(x, 1)"],
	["atomic_cmpxchg(v, 0, 1)", "update", "once", "atomic_cmpxchg_relaxed(v, 0, 1)"],
	["atomic_dec_and_test(v)", "update", "once", undefined],
	[
		"__atomic_exchange_n(p, 1, __ATOMIC_ACQ_REL)",
		"update",
		"release",
		"__atomic_exchange_n(p, 1, __ATOMIC_RELEASE)",
	],
	["smp_mb()", "fence", "wmb", "smp_wmb()"],
	["smp_wmb()", "fence", "none", ""],
	["smp_store_mb(*x, 1)", "fence", "none", "WRITE_ONCE(*x, 1)"],
	["spin_lock(l)", "lock", "none", ""],
])("%s, a %s, as %s", (text, kind, to, result) => {
	expect(rewrite(text, kind, to)).toBe(result);
});

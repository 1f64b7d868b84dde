/*
 * The lock of Linux 6.15 and later. It is refused where waiting would never end: to a processor that holds
 * it already, and, with lock_timeout, to any that has waited too long.
 */
#pragma once

#parameter lock_timeout = 0 in 0..1

#define EDEADLK 35
#define ETIMEDOUT 110

/* How often this processor has entered the lock in the table of what it holds, or is about to take. */
static __thread int held_entries;

static int res_spin_lock(raw_spinlock_t *lock)
{
	/* Before the lock is taken: whoever interrupts from here on finds the entry. */
	held_entries++;
	if (held_entries > 1 || lock_timeout) {
		/* Only where the lock is not free does anybody look at the table. */
		if (!spin_trylock(lock)) {
			held_entries--;
			return held_entries > 0 ? -EDEADLK : -ETIMEDOUT;
		}
	} else {
		spin_lock(lock);
	}
	return 0;
}

static void res_spin_unlock(raw_spinlock_t *lock)
{
	spin_unlock(lock);
	held_entries--;
}

#define raw_res_spin_lock_irqsave(lock, flags) res_spin_lock(lock)
#define raw_res_spin_unlock_irqrestore(lock, flags) res_spin_unlock(lock)

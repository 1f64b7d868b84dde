/*
 * The lock of Linux 6.15 and later. It is refused where waiting would never end: to a processor that holds
 * it already, and, with lock_timeout, to any that has waited too long.
 */
#pragma once

#parameter lock_timeout = 0 in 0..1

#define EDEADLK 35
#define ETIMEDOUT 110

static __thread bool holds_rqspinlock;

static int res_spin_lock(raw_spinlock_t *lock)
{
	if (holds_rqspinlock)
		return -EDEADLK;
	if (lock_timeout) {
		if (!spin_trylock(lock))
			return -ETIMEDOUT;
	} else {
		spin_lock(lock);
	}
	holds_rqspinlock = true;
	return 0;
}

static void res_spin_unlock(raw_spinlock_t *lock)
{
	holds_rqspinlock = false;
	spin_unlock(lock);
}

#define raw_res_spin_lock_irqsave(lock, flags) res_spin_lock(lock)
#define raw_res_spin_unlock_irqrestore(lock, flags) res_spin_unlock(lock)

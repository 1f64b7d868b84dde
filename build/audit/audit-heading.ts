/** What docs/audit.md says before what was found. */
export const AUDIT_HEADING = `# What can be weaker, and what repairs it

\`ringlit audit FILE\` weakens every ordering of a test one step at a time, down to a plain access or nothing, and says of each whether it is needed: whether the test's
condition (of \`forall\`, its opposite), one of its properties or assertions, or a data race can then happen that cannot happen as the test is.
\`ringlit ringbuf audit --variant v6.10\` does so with the sources of the ring buffer. This page is made by \`npm run audit\`.

    ringlit audit MP.litmus                          a row for each ordering and step, in the order of the text
    ringlit audit --fix weaker.litmus MP.litmus      writes the cheapest of the largest weakenings, or of the smallest repairs
    ringlit explain --with 12:2=once MP.litmus       what happens after one step: the place, and the level that it gets
    ringlit ringbuf audit --variant overwrite        a variant of the ring on workloads of its own
    ringlit ringbuf audit --records 16,16 --producers 1 --tiny --size 32   or on one configuration
    ringlit ringbuf --with commit.h:19:12=release    a check of the ring after one step

## Steps

| ordering | steps | levels, as \`--with\` takes them |
|---|---|---|
| \`smp_load_acquire()\`, \`smp_store_release()\` and their like | \`READ_ONCE()\`, \`WRITE_ONCE()\`; a plain access | \`acquire\`, \`release\`, \`once\`, \`plain\` |
| a read-modify-write that is a full barrier | \`_release\` or \`_acquire\`; \`_relaxed\` | \`full\`, \`release\`, \`acquire\`, \`once\` |
| \`smp_mb()\` | \`smp_wmb()\` or \`smp_rmb()\`; nothing | \`mb\`, \`wmb\`, \`rmb\`, \`none\` |
| \`smp_wmb()\`, \`smp_rmb()\`, \`smp_mb__after_atomic()\` and their like, \`barrier()\` | nothing | \`none\` |
| a lock, with all its unlocks | nothing | \`none\` |
| what depends on a load that is no acquire | the dependency is cut, as for \`ringlit pairs\` | none: C has no way to write it |

Steps that C has no form for are left out: a plain access to an \`atomic_t\`, \`atomic_dec_and_test_relaxed()\`. So is what belongs to RCU: without it a test is another one. A place
that several threads run is one ordering, and so is the same place of threads that do the same. Locks whose address is computed count as one. Dependencies that nothing needs are not
listed; those of rings are not looked at.

*Needed* names what happens, and the commands below the table show how. *Not needed* says that nothing new happens, within the bounds in the first line and for what this test
asks: of nothing larger. *Open* says that nothing was met, but the search did not end. Where something happens as the test is, a weakening is judged by the rest.

## Sets

*Can be weaker together* lists all largest sets of steps after which still nothing new happens, cheapest first; *not together*, the smallest sets of steps that are
enough one by one and not all at once. Each set that is listed was searched itself. To leave out searches, a set is taken to be too weak if one that changes less is. That weaker
orderings let as much happen is true of the models of machines; in the kernel's model a plain read behind an address dependency is kept before writes behind \`smp_wmb()\`,
where a marked one is not, so that there a set could be missing. None could be listed wrongly.

Where something happens that the test asks about, the smallest sets of *stronger* accesses and of further fences (before statements that begin with an access) are looked for
that prevent all of it. The weakest forms are listed.

\`--fix\` reads the edited text again and searches it before it writes it. Of a repaired test the \`Result:\` comment is set right. Places in included files, and in macros, it leaves to you.

## Costs

Costs are ranks to choose by, not times. Those of x86 count under \`tso\`, those of a machine without reordering under \`sc\`, those of arm64 under all other models.

| | x86 | arm64 | without reordering |
|---|---|---|---|
| plain access | 0 | 0 | 0 |
| marked access | 1 | 1 | 1 |
| acquire, release | 1 | 4, 5 | 1 |
| read-modify-write: relaxed, acquire, release, both, full | 20 | 10, 12, 13, 15, 30 | 10 |
| smp_rmb(), smp_wmb() | 1 | 8 | 1 |
| smp_mb() and its like | 20 | 20 | 1 |
| a lock | 40 | 30 | 20 |

The exit code is 0, 2 for bad input or where \`--fix\` has nothing to write, 3 if some search did not end. \`--timeout\` is for each search: 20 seconds for tests, 5 for rings.

# What was found

Audits on the kernel's model, each search to its end unless it says otherwise.
`;

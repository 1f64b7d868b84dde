import type { Story } from "../../../src/execution/story/story.ts";
import { makeStory } from "./make-story.ts";

const MESSAGE = `C MP+poonceonces

{ }

P0(int *data, int *flag)
{
	WRITE_ONCE(*data, 42);
	WRITE_ONCE(*flag, 1);
}

P1(int *data, int *flag)
{
	int r0 = READ_ONCE(*flag);
	int r1 = READ_ONCE(*data);
}

exists (1:r0=1 /\\ 1:r1=0)
`;

/** Message passing without order: the writer's first store is late. */
export const messagePassing: Story = makeStory({
	title: "MP+poonceonces",
	kind: "allowed",
	headline: "the exists clause is satisfied",
	state: "1:r0=1; 1:r1=0;",
	source: MESSAGE,
	steps: [
		"P0.1 W flag=1 @8 ONCE",
		"P1.0 R flag @13 ONCE",
		"P1.1 R data @14 ONCE",
		"P0.0 W data=42 @7 ONCE late",
	],
});

/** The same, where a release and an acquire forbid it. */
export const orderedMessage: Story = (() => {
	const { replay: _, ...story } = makeStory({
		title: "MP+porel+poacq",
		kind: "forbidden",
		headline: "no execution that the model allows ends with 1:r0=1 /\\ 1:r1=0",
		state: "1:r0=1; 1:r1=0;",
		source: MESSAGE.replace("WRITE_ONCE(*flag", "smp_store_release(flag").replace(
			"READ_ONCE(*flag)",
			"smp_load_acquire(flag)",
		),
		steps: [
			"P0.1 W flag=1 @8 RELEASE",
			"P1.0 R flag @13 ACQUIRE",
			"P1.1 R data @14 ONCE",
			"P0.0 W data=42 @7 ONCE late",
		],
		reason: {
			kind: "cycle",
			cycles: [
				{
					axiom: "happens-before",
					test: "acyclic",
					edges: [
						{
							from: 2,
							to: 3,
							names: ["hb", "ppo", "fence", "acq-po"],
							parts: [
								{ from: 2, to: 2, relation: "[Acquire]" },
								{ from: 2, to: 3, relation: "po" },
							],
						},
						{
							from: 3,
							to: 2,
							names: ["hb", "prop"],
							parts: [
								{ from: 3, to: 0, relation: "rf", isInverse: true },
								{ from: 0, to: 4, relation: "co" },
								{ from: 4, to: 1, relation: "po" },
								{ from: 1, to: 1, relation: "[Release]" },
								{ from: 1, to: 2, relation: "rf" },
							],
						},
					],
				},
			],
		},
	});
	return story;
})();

/** The same with a plain payload and no order: a data race. */
export const racyMessage: Story = makeStory({
	title: "MP+plain",
	kind: "race",
	headline: "P0's store and P1's load of data race",
	state: "1:r0=1; 1:r1=0;",
	source: MESSAGE.replace("WRITE_ONCE(*data, 42)", "*data = 42").replace("READ_ONCE(*data)", "*data"),
	steps: ["P0.0 W data=42 @7", "P0.1 W flag=1 @8 ONCE", "P1.0 R flag @13 ONCE", "P1.1 R data @14"],
	reason: { kind: "race", first: 1, second: 4, gaps: [{ from: 1, to: 4, reached: 1, missing: 4 }] },
	climax: 4,
});

/** Two threads that take two locks in opposite orders. */
export const deadlock: Story = makeStory({
	title: "AB-BA",
	kind: "deadlock",
	headline: "P0 and P1 wait for each other for ever",
	source: `C AB-BA

{ }

P0(spinlock_t *a, spinlock_t *b)
{
	spin_lock(a);
	spin_lock(b);
	spin_unlock(b);
	spin_unlock(a);
}

P1(spinlock_t *a, spinlock_t *b)
{
	spin_lock(b);
	spin_lock(a);
	spin_unlock(a);
	spin_unlock(b);
}
`,
	steps: ["P0.0 R a @7 LKR", "P0.1 W a=1 @7 LKW", "P1.0 R b @15 LKR", "P1.1 W b=1 @15 LKW"],
	reason: {
		kind: "waits",
		waits: [
			{ thread: 0, cell: 1, what: "lock", heldBy: 4, place: { source: 0, line: 8, text: "spin_lock(b);" } },
			{ thread: 1, cell: 0, what: "lock", heldBy: 2, place: { source: 0, line: 16, text: "spin_lock(a);" } },
		],
	},
});

/** Two threads count under a lock, each on paper of its own as well. */
export const lockedCounter: Story = makeStory({
	title: "locked-counter",
	kind: "allowed",
	headline: "the exists clause is satisfied",
	state: "count=2;",
	source: `C locked-counter

{ }

P0(spinlock_t *l, int *count, int *own)
{
	*own = 1;
	*own = *own + 1;
	spin_lock(l);
	*count = *count + 1;
	spin_unlock(l);
}

P1(spinlock_t *l, int *count)
{
	spin_lock(l);
	*count = *count + 1;
	spin_unlock(l);
}

exists (count=2)
`,
	steps: [
		"P0.0 W own=1 @7",
		"P0.1 R own @8",
		"P0.2 W own=2 @8",
		"P0.3 R l @9 LKR",
		"P0.4 W l=1 @9 LKW",
		"P0.5 R count @10",
		"P0.6 W count=1 @10",
		"P0.7 W l=0 @11 UL",
		"P1.0 R l @16 LKR",
		"P1.1 W l=1 @16 LKW",
		"P1.2 R count @17",
		"P1.3 W count=2 @17",
		"P1.4 W l=0 @18 UL",
	],
});

/** Independent reads of independent writes: four threads, two reads of which are early. */
export const independentReads: Story = makeStory({
	title: "IRIW+poonceonces",
	kind: "allowed",
	headline: "the exists clause is satisfied",
	state: "1:r0=1; 1:r1=0; 3:r0=1; 3:r1=0;",
	source: `C IRIW+poonceonces

{ }

P0(int *x)
{
	WRITE_ONCE(*x, 1);
}

P1(int *x, int *y)
{
	int r0 = READ_ONCE(*x);
	int r1 = READ_ONCE(*y);
}

P2(int *y)
{
	WRITE_ONCE(*y, 1);
}

P3(int *x, int *y)
{
	int r0 = READ_ONCE(*y);
	int r1 = READ_ONCE(*x);
}

exists (1:r0=1 /\\ 1:r1=0 /\\ 3:r0=1 /\\ 3:r1=0)
`,
	steps: [
		"P3.1 R x @24 ONCE early",
		"P0.0 W x=1 @7 ONCE",
		"P1.0 R x @12 ONCE",
		"P1.1 R y @13 ONCE",
		"P2.0 W y=1 @18 ONCE",
		"P3.0 R y @23 ONCE",
	],
});

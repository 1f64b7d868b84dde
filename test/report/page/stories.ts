import type { Story, Views } from "../../../src/execution/story/story.ts";
import { makeStory } from "./make-story.ts";

const MESSAGE = `C MP+rel+acq

{ int x = 0; int flag = 0; }

P0(int *x, int *flag)
{
	WRITE_ONCE(*x, 1);
	smp_store_release(flag, 1);
}

P1(int *x, int *flag)
{
	int r0 = smp_load_acquire(flag);
	int r1 = READ_ONCE(*x);
}

exists (1:r0=1 /\\ 1:r1=0)
`;

/** Message passing with release and acquire, its bad outcome: a cycle. */
export const forbidden: Story = makeStory(
	{
		title: "MP+rel+acq",
		kind: "forbidden",
		headline: "1:r0=1 /\\ 1:r1=0 cannot happen: the steps would have to come before themselves",
		state: "1:r0=1; 1:r1=0;",
		threads: [{ name: "P0" }, { name: "P1" }],
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
							names: ["hb", "rfe"],
							parts: [{ from: 2, to: 3, relation: "rf" }],
						},
						{
							from: 3,
							to: 1,
							names: ["hb", "ppo", "fence", "acq-po"],
							parts: [
								{ from: 3, to: 3, relation: "[Acquire]" },
								{ from: 3, to: 1, relation: "po" },
							],
						},
						{
							from: 1,
							to: 4,
							names: ["hb", "prop", "fre"],
							parts: [{ from: 1, to: 4, relation: "fr" }],
						},
						{
							from: 4,
							to: 2,
							names: ["hb", "ppo", "fence", "po-rel"],
							parts: [
								{ from: 4, to: 2, relation: "po" },
								{ from: 2, to: 2, relation: "[Release]" },
							],
						},
					],
				},
			],
		},
		edges: [],
	},
	MESSAGE,
	[
		[1, "R", "x", "0", "Once", 14, { timing: "early", overtakes: [3], index: 1 }],
		[0, "W", "flag", "1", "Release", 8, { timing: "early", overtakes: [4], index: 1 }],
		[1, "R", "flag", "1", "Acquire", 13, { index: 0 }],
		[0, "W", "x", "1", "Once", 7, { timing: "late", overtakes: [2], index: 0 }],
	],
);

/** Which writes of y and of x the two threads may still read, before the first step and after each. */
const views: readonly Views[] = [
	[
		[[0], [0]],
		[[0], [0]],
	],
	[
		[[0], [0]],
		[[0], [0]],
	],
	[
		[[0], [0]],
		[[0], [0]],
	],
	[
		[[0], [3]],
		[[0], [0, 3]],
	],
	[
		[[0, 4], [3]],
		[[4], [0, 3]],
	],
];

/** Store buffering without barriers: both writes are late. */
export const allowed: Story = makeStory(
	{
		title: "SB",
		kind: "allowed",
		headline: "Both threads read 0: each write is still on its way while the other thread reads",
		state: "0:r0=0; 1:r0=0;",
		replay: "r1.0.2",
		climax: 2,
		threads: [{ name: "P0" }, { name: "P1" }],
		views,
	},
	"C SB\n\n{ }\n\nP0(int *x, int *y)\n{\n\tWRITE_ONCE(*x, 1);\n\tint r0 = READ_ONCE(*y);\n}\n\nP1(int *x, int *y)\n{\n\tWRITE_ONCE(*y, 1);\n\tint r0 = READ_ONCE(*x);\n}\n\nexists (0:r0=0 /\\ 1:r0=0)\n",
	[
		[0, "R", "y", "0", "Once", 8, { index: 1 }],
		[1, "R", "x", "0", "Once", 14, { index: 1 }],
		[0, "W", "x", "1", "Once", 7, { index: 0, timing: "late", overtakes: [1] }],
		[1, "W", "y", "1", "Once", 13, { index: 0, timing: "late", overtakes: [2] }],
	],
);

/** Two accesses that nothing orders. */
export const race: Story = makeStory(
	{
		title: "plain-flag",
		kind: "race",
		headline: "P0 writes data while P1 may be reading it",
		state: "1:r1=1;",
		climax: 4,
		threads: [
			{ name: "P0", role: "producer" },
			{ name: "P1", role: "consumer" },
		],
		reason: {
			kind: "race",
			first: 1,
			second: 4,
			gaps: [
				{ from: 1, to: 4, reached: 2, missing: 3 },
				{ from: 4, to: 1, reached: 4, missing: 1 },
			],
		},
	},
	"P0(int *data, int *flag)\n{\n\t*data = 1;\n\tWRITE_ONCE(*flag, 1);\n}\nP1(int *data, int *flag)\n{\n\tif (READ_ONCE(*flag))\n\t\tr1 = *data;\n}\n",
	[
		[0, "W", "data", "1", "", 3],
		[0, "W", "flag", "1", "Once", 4],
		[1, "R", "flag", "1", "Once", 8],
		[1, "R", "data", "1", "", 9],
	],
);

/** Two locks taken in opposite orders. */
export const deadlock: Story = makeStory(
	{
		title: "ABBA",
		kind: "deadlock",
		headline: "P0 and P1 wait for each other's lock",
		remarks: ["The search did not end: out of time (--timeout)."],
		threads: [{ name: "P0" }, { name: "P1" }],
		reason: {
			kind: "waits",
			waits: [
				{
					thread: 0,
					cell: 1,
					what: "lock",
					heldBy: 4,
					place: { source: 0, line: 4, text: "spin_lock(b);" },
				},
				{
					thread: 1,
					cell: 0,
					what: "lock",
					heldBy: 2,
					place: { source: 0, line: 9, text: "spin_lock(a);" },
				},
			],
		},
	},
	"P0(spinlock_t *a, spinlock_t *b)\n{\n\tspin_lock(a);\n\tspin_lock(b);\n}\nP1(spinlock_t *a, spinlock_t *b)\n{\n\tspin_lock(b);\n\tspin_lock(a);\n}\n",
	[
		[0, "R", "a", "0", "LKR", 3, { partner: 2 }],
		[0, "W", "a", "1", "LKW", 3, { partner: 1 }],
		[1, "R", "b", "0", "LKR", 8, { partner: 4 }],
		[1, "W", "b", "1", "LKW", 8, { partner: 3 }],
	],
);

import type { Story } from "../../src/execution/story/story.ts";

const MP = `C MP "a message that overtakes its flag"
(* Result: Sometimes *)
{}

P0(int *data, int *flag)
{
	WRITE_ONCE(*data, 1);
	WRITE_ONCE(*flag, 1);
}

P1(int *data, int *flag)
{
	int r0 = smp_load_acquire(flag);
	int r1 = READ_ONCE(*data);
}

exists (1:r0=1 /\\ 1:r1=0)
`;

/** Message passing without a write barrier: the first write is late. */
export const mp: Story = {
	title: "MP",
	model: "lkmm",
	kind: "allowed",
	headline: "P1 sees the flag and not the data",
	remarks: ["the search did not see everything"],
	state: "1:r0=1; 1:r1=0;",
	replay: "1.0.2",
	threads: [{ name: "P0", role: "producer" }, { name: "P1" }],
	cells: [
		{ name: "data", initial: "0", writes: [4], isShared: true },
		{ name: "flag", initial: "0", writes: [1], isShared: true },
	],
	sources: [{ path: "mp.litmus", text: MP }],
	steps: [
		{
			number: 1,
			thread: 0,
			index: 1,
			kind: "W",
			cell: 1,
			value: "1",
			tags: ["ONCE"],
			place: { source: 0, line: 8, text: "WRITE_ONCE(*flag, 1);" },
			timing: "inOrder",
			overtakes: [],
			notes: [],
		},
		{
			number: 2,
			thread: 1,
			index: 0,
			kind: "R",
			cell: 1,
			value: "1",
			tags: ["ACQUIRE"],
			place: { source: 0, line: 13, text: "int r0 = smp_load_acquire(flag);" },
			from: 1,
			timing: "inOrder",
			overtakes: [],
			notes: ["seen(1)"],
		},
		{
			number: 3,
			thread: 1,
			index: 1,
			kind: "R",
			cell: 0,
			value: "0",
			tags: ["ONCE"],
			place: { source: 0, line: 14, text: "int r1 = READ_ONCE(*data);" },
			from: 0,
			timing: "inOrder",
			overtakes: [],
			notes: [],
		},
		{
			number: 4,
			thread: 0,
			index: 0,
			kind: "W",
			cell: 0,
			value: "1",
			tags: ["ONCE"],
			place: { source: 0, line: 7, text: "WRITE_ONCE(*data, 1);" },
			timing: "late",
			overtakes: [1],
			notes: [],
		},
	],
	climax: 3,
	views: [
		[
			[[0], [0]],
			[[0], [0]],
		],
		[
			[[0], [1]],
			[[0], [0, 1]],
		],
		[
			[[0], [1]],
			[[0], [1]],
		],
		[
			[[0], [1]],
			[[0], [1]],
		],
		[
			[[4], [1]],
			[[0, 4], [1]],
		],
	],
};

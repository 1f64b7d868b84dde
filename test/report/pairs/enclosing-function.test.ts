import { expect, test } from "vitest";
import { enclosingFunction } from "../../../src/report/pairs/enclosing-function.ts";

const TEXT = `C test
{ int x = 1; }

static inline struct ring *take(struct ring *r,
				int n)
{
	if (n) {
		first();
	}
	return r;
}

BPF_CALL_2(reserve, void *, map, u64, size)
{
	second();
}

P0(int *x) { third(); }

P[1..2]() interrupted by handler()
{
	while (1) { fourth(); }
}
exists (x=1)
`;

test.each([
	["int x", undefined],
	["first", "take"],
	["second", "BPF_CALL_2"],
	["third", "P0"],
	["fourth", "P"],
])("%s lies in %s", (word, name) => {
	expect(enclosingFunction({ path: "t", text: TEXT }, TEXT.indexOf(word))).toBe(name);
});

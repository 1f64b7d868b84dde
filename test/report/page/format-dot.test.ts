import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDot } from "../../../src/report/page/format-dot.ts";
import { forbidden, race } from "./stories.ts";
import { anyStory } from "./story-arbitrary.ts";

test("threads are clusters in program order; relations have their colours, and those of the cycle are bold", () => {
	const dot = formatDot({ ...forbidden, edges: [{ from: 3, to: 1, relation: "ctrl" }] });
	expect(dot).toBe(`digraph "MP+rel+acq" {
	label="1:r0=1 /\\\\ 1:r1=0 cannot happen: the steps would have to come before themselves\\nMP+rel+acq (lkmm)";
	labelloc=t;
	fontname="monospace";
	node [shape=box, style=rounded, fontname="monospace", fontsize=11];
	edge [fontname="monospace", fontsize=10];
	subgraph cluster_0 {
		label="P0";
		color="gray60";
		e4 [label="4: writes x = 1 (once), late\\n7: WRITE_ONCE(*x, 1);"];
		e2 [label="2: writes flag = 1 (release), early\\n8: smp_store_release(flag, 1);"];
	}
	subgraph cluster_1 {
		label="P1";
		color="gray60";
		e3 [label="3: reads flag = 1 (acquire)\\n13: int r0 = smp_load_acquire(flag);"];
		e1 [label="1: reads x = 0 (once), early\\n14: int r1 = READ_ONCE(*x);"];
	}
	e0 [label="initial writes", shape=plain];
	e4 -> e2 [label="po", color="black", fontcolor="black", penwidth=3];
	e3 -> e1 [label="po", color="black", fontcolor="black", penwidth=3];
	e0 -> e1 [label="rf", color="red", fontcolor="red", constraint=false];
	e1 -> e4 [label="fr", color="#c76a00", fontcolor="#c76a00", constraint=false, penwidth=3];
	e2 -> e3 [label="rf", color="red", fontcolor="red", constraint=false, penwidth=3];
	e3 -> e1 [label="ctrl", color="indigo", fontcolor="indigo", constraint=false, penwidth=3];
}
`);
});

test("a race is an edge without a direction", () => {
	expect(formatDot(race)).toContain(
		'e1 -> e4 [label="race", color="crimson", fontcolor="crimson", style=dashed, dir=none, constraint=false, penwidth=3];',
	);
});

test("quotation marks and backslashes are escaped: outside of them stand only names, numbers and Graphviz's signs", () => {
	fc.assert(
		fc.property(anyStory, (story) => {
			const rest = formatDot(story).replace(/"(?:[^"\\]|\\.)*"/gs, "Q");
			expect(rest).toMatch(/^[\w\s[\]{}=;,#>.-]*$/);
			expect(rest.split("{").length).toBe(rest.split("}").length);
		}),
		{ numRuns: 150 },
	);
});

import { describe, expect, test } from "vitest";
import { baseSets } from "../../src/cat/base-names.ts";
import type { CircleStep } from "../../src/checker/circles.ts";
import { prepareModel } from "../../src/checker/prepare-model.ts";
import { builtin, model } from "../cat/load.ts";

const everything = new Set([...baseSets, "addr", "data", "ctrl", "rmw"]);
const lkmm = prepareModel(builtin("lkmm"), everything);

function step(read: string, via: "after" | "control", write: string, failed = false): CircleStep {
	const tags = (text: string): string[] => (text === "plain" ? [] : text.split(" "));
	return { read: tags(read), failed, via, write: tags(write) };
}

describe("which waits in a circle the kernel's model leaves possible", () => {
	test.each<[boolean, string, CircleStep[]]>([
		[true, "plain accesses under plain branches", [step("plain", "control", "plain")]],
		[true, "plain writes under marked branches", [step("ONCE", "control", "plain")]],
		[true, "marked writes under plain branches", [step("plain", "control", "ONCE")]],
		[false, "marked writes under marked branches", [step("ONCE", "control", "ONCE")]],
		[true, "marked writes after marked reads", [step("ONCE", "after", "ONCE")]],
		[false, "marked writes after acquires", [step("ACQUIRE", "after", "ONCE")]],
		[true, "plain writes after acquires", [step("ACQUIRE", "after", "plain")]],
		[false, "releases after marked reads", [step("ONCE", "after", "RELEASE")]],
		[true, "releases after plain reads", [step("plain", "after", "RELEASE")]],
		[false, "unlocks after a lock", [step("LKR", "after", "UL")]],
		[false, "marked writes after a lock", [step("LKR", "after", "ONCE")]],
		[false, "full RMWs after full RMWs", [step("MB RMW", "after", "MB RMW")]],
		[false, "marked writes after an RMW known to succeed", [step("ACQUIRE RMW", "after", "ONCE")]],
		[true, "marked writes after an RMW that may fail", [step("ACQUIRE RMW", "after", "ONCE", true)]],
	])("%s: %s", (possible, _, [only]) => {
		expect(lkmm.circles.isPossible([only, only])).toBe(possible);
		expect(lkmm.circles.isPossible([only, only, only])).toBe(possible);
	});

	test("one step that binds is not enough: all have to", () => {
		const strong = step("ACQUIRE", "after", "RELEASE");
		expect(lkmm.circles.isPossible([strong, strong])).toBe(false);
		expect(lkmm.circles.isPossible([strong, step("plain", "after", "plain")])).toBe(true);
		expect(lkmm.circles.isPossible([strong, step("ONCE", "after", "ONCE")])).toBe(true);
		expect(lkmm.circles.isPossible([strong, step("LKR", "after", "UL")])).toBe(false);
	});
});

test("bound orderings are those of happens-before", () => {
	const { binding } = lkmm;
	expect(binding.readsFrom(["ONCE"], ["ONCE"])).toBe(true);
	expect(binding.readsFrom([], ["ONCE"])).toBe(false);
	expect(binding.orders(["ACQUIRE"], ["ONCE"], "after")).toBe(true);
	expect(binding.orders(["ACQUIRE"], [], "after")).toBe(false);
	expect(binding.orders(["ONCE"], ["ONCE"], "after")).toBe(false);
	expect(binding.orders(["ONCE"], ["ONCE"], "control")).toBe(true);
	expect(binding.orders(["ACQUIRE", "RMW"], ["ONCE"], "after", true)).toBe(false);
});

test("nothing is bound by an order that a barrier or a common location could take away", () => {
	const ordered = prepareModel(model("acyclic po | rf"), everything);
	const barriers = prepareModel(model("acyclic (([M] ; po ; [M]) \\ fencerel(F)) | rf"), everything);
	const locations = prepareModel(model("acyclic (po \\ loc) | rf"), everything);
	expect(ordered.binding.orders([], [], "after")).toBe(true);
	expect(barriers.binding.orders([], [], "after")).toBe(false);
	expect(locations.binding.orders([], [], "after")).toBe(false);
	const circle = [step("plain", "after", "plain"), step("plain", "after", "plain")];
	expect(ordered.circles.isPossible(circle)).toBe(false);
	expect(barriers.circles.isPossible(circle)).toBe(true);
	expect(locations.circles.isPossible(circle)).toBe(true);
});

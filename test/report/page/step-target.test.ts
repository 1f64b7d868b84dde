import { expect, test } from "vitest";
import { moveOfKey } from "../../../src/report/page/move-of-key.ts";
import { stepTarget } from "../../../src/report/page/step-target.ts";
import { allowed, deadlock, forbidden, race } from "./stories.ts";

function press(at: number, key: string, story = forbidden): number {
	const move = moveOfKey(key);
	return move === undefined || move === "help" ? Number.NaN : stepTarget(story, at, move);
}

test("keys lead forward and back, and not beyond the ends", () => {
	for (const key of ["ArrowRight", "ArrowDown", "n", " "]) {
		expect(press(1, key)).toBe(2);
		expect(press(4, key)).toBe(4);
	}
	for (const key of ["ArrowLeft", "ArrowUp", "p"]) {
		expect(press(2, key)).toBe(1);
		expect(press(0, key)).toBe(0);
	}
	expect(press(2, "Home")).toBe(0);
	expect(press(2, "End")).toBe(4);
});

test("digits lead to a thread's next event, if it has one", () => {
	expect(press(0, "0")).toBe(2);
	expect(press(2, "0")).toBe(4);
	expect(press(4, "0")).toBe(4);
	expect(press(0, "1")).toBe(1);
	expect(press(1, "1")).toBe(3);
	expect(press(1, "2")).toBe(1);
});

test("v leads to the climax, else to the reason's last step, else to the end", () => {
	expect(press(0, "v", allowed)).toBe(2);
	expect(press(0, "v", forbidden)).toBe(4);
	const { climax: _, ...undated } = race;
	expect(press(0, "v", undated)).toBe(4);
	expect(press(0, "v", deadlock)).toBe(4);
});

test("a number that is no step becomes the nearest one", () => {
	expect(stepTarget(forbidden, 0, { kind: "step", step: 99 })).toBe(4);
	expect(stepTarget(forbidden, 0, { kind: "step", step: -1 })).toBe(0);
	expect(stepTarget(forbidden, 3, { kind: "step", step: Number.NaN })).toBe(0);
});

test("other keys mean nothing", () => {
	for (const key of ["a", "Enter", "Tab", "N"]) expect(moveOfKey(key)).toBeUndefined();
	expect(moveOfKey("?")).toBe("help");
});

import { describe, expect, test } from "vitest";
import { definition, model, written } from "./load.ts";

describe("precedence", () => {
	test.each([
		["po | rf ; co", "(po | (rf ; co))"],
		["po ; rf \\ co", "(po ; (rf \\ co))"],
		["po \\ rf & co", "(po \\ (rf & co))"],
		["po & R * W", "(po & (R * W))"],
		["~R * W", "(~R * W)"],
		["~po^-1", "~po^-1"],
		["rf \\ co \\ rmw", "(rf \\ (co | rmw))"],
		["rf \\ (co \\ rmw)", "(rf \\ (co \\ rmw))"],
		["rf+ ; co* ; rmw?", "(rf+ ; co* ; rmw?)"],
		["[R & W] ; po", "([(R & W)] ; po)"],
		["fencerel(Mb)^-1", "(po ; [Mb] ; po)^-1"],
		["rf* & co", "(co & rf*)"],
		["domain rf * W", "(domain(rf) * W)"],
		["domain(rf)* W", "(domain(rf) * W)"],
	])("%s means %s", (text, meaning) => {
		expect(written(definition(`let x = ${text}`))).toBe(meaning);
	});

	test("a star before the next statement closes, before an operand multiplies", () => {
		expect(written(definition("let x = rf*\nlet y = co"))).toBe("rf*");
		expect(written(definition("let x = rf*\n~empty co as c"))).toBe("rf*");
		expect(written(definition("let x = R*\n~W"))).toBe("(R * ~W)");
	});
});

describe("simplification", () => {
	test.each([
		["rf | (co | rf)", "(rf | co)"],
		["co | rf", "(rf | co)"],
		["rf ; (co ; rmw)", "(rf ; co ; rmw)"],
		["rf & (co & rf)", "(rf & co)"],
		["rf | 0", "rf"],
		["rf & 0", "0"],
		["rf ; {} ; co", "0"],
		["rf \\ 0", "rf"],
		["rf \\ rf", "0"],
		["rf \\ (co | rf)", "0"],
		["rf & ~co", "(rf \\ co)"],
		["rf \\ ~co", "(rf & co)"],
		["~~rf", "rf"],
		["(rf?)?", "rf?"],
		["(rf+)+", "rf+"],
		["(rf+)?", "rf*"],
		["(rf?)+", "rf*"],
		["(rf*)*", "rf*"],
		["rf^-1^-1", "rf"],
		["rf | id", "rf?"],
		["rf ; id ; co", "(rf ; co)"],
		["[R] ; [W]", "[(R & W)]"],
		["[R] & [W]", "[(R & W)]"],
		["[_]", "id"],
		["[0]", "0"],
		["[R]?", "id"],
		["0*", "id"],
		["po+", "po"],
		["po*", "po?"],
		["loc^-1", "loc"],
		["(R * W)^-1", "(W * R)"],
		["R & _", "R"],
		["R | _", "_"],
		["domain([R])", "R"],
		["range(rf^-1)", "domain(rf)"],
		["domain(rf*)", "_"],
		["R * 0", "0"],
	])("%s becomes %s", (text, simpler) => {
		expect(written(definition(`let x = ${text}`))).toBe(simpler);
	});

	test("equal expressions are one node, whatever their names", () => {
		const text = "let x = (rf | co) ; po  let y = po  let z = (co | rf) ; y";
		const { definitions } = model(text);
		expect(definitions.get("x")).toBe(definitions.get("z"));
		expect(definitions.get("x")).not.toBe(definitions.get("y"));
	});

	test("named parts stay whole inside what uses them", () => {
		const node = definition("let a = rf ; co  let x = a ; rmw");
		expect(written(node)).toBe("((rf ; co) ; rmw)");
	});
});

describe("functions", () => {
	test.each([
		["let f(a, b) = a ; b  let x = f(rf, co)", "(rf ; co)"],
		["let f a = a+  let x = f rf", "rf+"],
		["let f = fun a -> a ; a  let x = f(rf)", "(rf ; rf)"],
		["let twice f = fun r -> f(f(r))  let g r = r ; co  let x = twice(g)(rf)", "(rf ; co ; co)"],
		["let f() = rf  let x = f()", "rf"],
		["let a = rf  let f r = r ; a  let a = co  let x = f(a)", "(co ; rf)"],
		["let x = let a = rf and b = co in a | b", "(rf | co)"],
		["let a = rf  let a = co and x = a", "rf"],
		["let x = fencerel(R)", "(po ; [R] ; po)"],
	])("%s", (text, meaning) => {
		expect(written(definition(text))).toBe(meaning);
	});
});

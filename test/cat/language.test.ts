import { describe, expect, test } from "vitest";
import { loadModel } from "../../src/cat/load-model.ts";
import type { Model } from "../../src/cat/model.ts";
import { definition, errors, load, model, written } from "./load.ts";

const orders = "enum Orders = 'weak || 'strong ";

/** The names of a model's checks, with what they test. */
function checks(text: string): string[] {
	const own = model(text).axioms.filter(({ name }) => !name.startsWith("lock-"));
	return own.map(({ name, test, negated, flag, node }) => {
		return `${name}: ${flag ? "flag " : ""}${negated ? "~" : ""}${test} ${written(node)}`;
	});
}

function withVariants(text: string, ...variants: string[]): Model {
	const file = { path: "test.cat", text };
	const found = loadModel(file, () => undefined, { variants: new Set(variants) });
	if (!found.ok) throw new Error(found.diagnostics[0].message);
	return found.value;
}

describe("tags", () => {
	test("name sets, with their first letter in upper case", () => {
		expect(written(definition(`${orders} let x = Weak | Strong`))).toBe("(Weak | Strong)");
		expect(written(definition(`${orders} let x = tag2events('weak)`))).toBe("Weak");
		expect(written(definition(`${orders} let x = tag2events(Orders)`))).toBe("(Weak | Strong)");
	});

	test("are taken apart by match", () => {
		const f = "let f t = match t with || 'weak -> po || 'strong -> addr end";
		expect(written(definition(`${orders} ${f} let x = f 'strong`))).toBe("addr");
		expect(written(definition(`${orders} ${f} let x = fold (fun (t, r) -> f t | r) (Orders, co)`))).toBe(
			"(po | co | addr)",
		);
		expect(errors(`${orders} let x = match 'weak with || 'strong -> po end`)[0]).toMatch(/^cat-no-match/);
		expect(written(definition(`${orders} let x = match 'weak with || 'strong -> po || _ -> co end`))).toBe(
			"co",
		);
	});

	test("are no sets themselves", () => {
		expect(errors(`${orders} let x = 'weak | po`)).toEqual(["cat-kind at 'weak"]);
		expect(errors(`${orders} let x = [Orders]`)).toEqual(["cat-kind at Orders"]);
		expect(errors("let x = {'weak, po}")).toEqual(["cat-mixed-elements at {'weak, po}"]);
	});

	test("that instructions may carry are kept with the model", () => {
		const { annotations } = model(
			`${orders} instructions R[Orders] instructions W[{'weak}] default W[{'weak}]`,
		);
		expect([...(annotations?.tags ?? [])]).toEqual(["weak", "strong"]);
		expect(annotations?.defaults.get("W")).toEqual(["Weak"]);
		expect(errors("instructions R[{'weak}]")).toEqual(["cat-tags at {'weak}"]);
		expect(errors(`${orders} instructions R[po]`)).toEqual(["cat-tags at po"]);
		expect(errors(`${orders} instructions Q[Orders]`)).toEqual(["cat-instruction at Q"]);
	});
});

describe("choices while reading", () => {
	test("try takes what is defined", () => {
		expect(written(definition("let x = try nowhere with po"))).toBe("po");
		expect(written(definition("let x = try addr with po"))).toBe("addr");
		expect(errors("let x = try nowhere with nothing")).toEqual(["cat-undefined-name at nothing"]);
	});

	test("if asks for variants, tags and sets of tags", () => {
		const text = 'let x = if "strict" && not "loose" then po else addr';
		expect(withVariants(text, "strict").definitions.get("x")).toMatchObject({ name: "po" });
		expect(withVariants(text, "strict", "loose").definitions.get("x")).toMatchObject({ name: "addr" });
		expect(withVariants(text).definitions.get("x")).toMatchObject({ name: "addr" });
		expect(written(definition(`${orders} let x = if 'weak = 'strong then po else addr`))).toBe("addr");
		expect(written(definition(`${orders} let x = if {'weak} subset Orders then po else addr`))).toBe("po");
	});

	test("if chooses among statements", () => {
		const text = 'if "strict" begin acyclic po as a end else begin acyclic addr as b end';
		expect(withVariants(text, "strict").axioms.map(({ name }) => name)).toEqual(["a"]);
		expect(withVariants(text).axioms.map(({ name }) => name)).toEqual(["b"]);
	});
});

describe("tuples, functions and procedures", () => {
	test("tuples are bound and taken apart", () => {
		expect(written(definition("let (a, b) = (po, addr) let x = b ; a"))).toBe("(addr ; po)");
		expect(written(definition("let f(a, b) = a ; b let p = (po, addr) let x = f p"))).toBe("(po ; addr)");
		expect(written(definition("let f p = let (a, b) = p in b ; a let x = f(po, addr)"))).toBe("(addr ; po)");
		expect(errors("let (a, b) = po")).toEqual(["cat-tuple at a"]);
	});

	test("functions may be recursive where a match ends them", () => {
		const size = "let rec f s = match s with || {} -> po || t ++ rest -> addr ; f rest end";
		expect(written(definition(`${orders} ${size} let x = f Orders`))).toBe("(addr ; addr ; po)");
		const curried = "let rec f r = fun s -> match s with || {} -> r || t ++ rest -> f (r ; co) rest end";
		expect(written(definition(`${orders} ${curried} let x = f po Orders`))).toBe("(po ; co ; co)");
	});

	test("a procedure's checks are made where it is called", () => {
		const text = "procedure p(r, s) = acyclic r as first empty r & s as second end";
		expect(checks(`${text} call p(po, addr)`)).toEqual(["first: acyclic po", "second: empty (po & addr)"]);
		expect(checks(`${text} call p(po, addr) as both`)).toEqual([
			"both: acyclic po",
			"both: empty (po & addr)",
		]);
		expect(errors(`${text} call p(po)`)).toEqual(["cat-argument-count at call p(po)"]);
		expect(errors("call po(addr)")).toEqual(["cat-not-a-procedure at po"]);
	});

	test("forall goes through what a text shows", () => {
		const text = `${orders} forall t in Orders do empty tag2events(t) as e end`;
		expect(checks(text)).toEqual(["e: empty Weak", "e: empty Strong"]);
	});
});

describe("checks", () => {
	test("what must hold raises a flag where it does not", () => {
		expect(checks("assert empty po as a undefined_unless acyclic rf as b flag ~empty co as c")).toEqual([
			"a: flag ~empty po",
			"b: flag ~acyclic rf",
			"c: flag ~empty co",
		]);
	});

	test("a recursion's when is a check", () => {
		expect(checks("let rec x = po | (x ; rf) when irreflexive x as w")).toEqual(["w: irreflexive x"]);
	});
});

describe("models for the reference tool", () => {
	test("see lock events only where they put them themselves", () => {
		const plain = definition('include "cos.cat" let x = R', "x");
		expect(written(plain)).toBe("(R \\ (LKR | LF | RL | RU))");
		expect(written(definition('include "cos.cat" let x = rf', "x"))).toBe(
			"(rf ; [(R \\ (LKR | LF | RL | RU))])",
		);
	});

	test("a choice among a lock's writes is the search's own", () => {
		const text = `include "cross.cat"
			let of-event e = map (fun p -> p ++ 0) ((LKW * {e}) & loc & ext)
			with x from cross(map of-event LF)`;
		expect(written(definition(text))).toBe("(rf ; [LF])");
		expect(checks(text).at(-1)).toBe(
			"x: empty ((rf ; [LF]) \\ ((LKW * _) & loc & ext))".replace(
				"((LKW * _) & loc & ext)",
				written(definition("let x = (LKW * _) & loc & ext")),
			),
		);
	});

	test("the write before a lock's in coherence is what it reads from", () => {
		const text = `include "cos.cat"
			let pairs = ([LKR] ; po-loc ; [LKW]) \\ (po ; po)
			let x = [UL] ; singlestep(co) ; pairs^-1`;
		expect(written(definition(text))).toBe("([UL] ; rf ; [LKR])");
		const spelled = text.replace("singlestep(co)", "(co \\ (co ; co))");
		expect(written(definition(spelled))).toBe("([UL] ; rf ; [LKR])");
	});

	test("without a lock.cat of their own get one", () => {
		expect(load('include "lock.cat" acyclic po as x').ok).toBe(true);
		expect(load('include "lock.cat" acyclic po as x', { "lock.cat": "let broken =" }).ok).toBe(false);
	});

	test("with a bell file know the tags that it declares, and no others", () => {
		const bell = { path: "a.bell", text: "enum Fences = 'mb instructions F[Fences] let x = Mb" };
		const text = (body: string) => ({ path: "a.cat", text: `${body} acyclic po as p` });
		expect(loadModel(text("let y = [x]"), () => undefined, { bell }).ok).toBe(true);
		expect(loadModel(text("let y = [Rmb]"), () => undefined, { bell }).ok).toBe(false);
	});
});

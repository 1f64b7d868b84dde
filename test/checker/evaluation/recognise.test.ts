import { expect, test } from "vitest";
import { recognise } from "../../../src/checker/evaluation/recognise.ts";
import { builtin, model } from "../../cat/load.ts";

const COHERENCE = "acyclic po-loc | rf | co | fr";
const ATOMICITY = "empty rmw & (fre ; coe)";

test.each([
	[COHERENCE, true, false, 1],
	["acyclic (rf | co) | ((loc & po) | (rf^-1 ; co))", true, false, 1],
	[`${COHERENCE} ${ATOMICITY}`, true, true, 2],
	[`${ATOMICITY} ${COHERENCE}`, true, true, 2],
	// Implied, but more is said, which has to be tested.
	["acyclic po | rf | co | fr", true, false, 0],
	["acyclic po-loc | rf | co | fr | addr", true, false, 0],
	["acyclic po | com empty rmw & (coe & ext ; coe)", true, false, 0],
	// Something is missing.
	["acyclic po-loc | rf | co", false, false, 0],
	["acyclic po-loc | rf | fr", false, false, 0],
	["acyclic po-loc | rfe | co | fr", false, false, 0],
	["acyclic (po-loc & (W * M)) | rf | co | fr", false, false, 0],
	[ATOMICITY, false, false, 0],
	[`${COHERENCE} empty rmw & (fr ; co)`, true, false, 1],
	[`flag ${COHERENCE} as x`, false, false, 0],
	["~acyclic po-loc | rf | co | fr", false, false, 0],
	["irreflexive po-loc | rf | co | fr", false, false, 0],
])("%s", (text, coherent, atomic, propagated) => {
	const found = recognise(model(text).axioms);
	expect({ ...found, propagated: found.propagated.size }).toEqual({ coherent, atomic, propagated });
});

test.each([
	["lkmm", 2],
	["tso", 2],
	["sc", 1],
])("%s is coherent and atomic", (name, propagated) => {
	const found = recognise(builtin(name).axioms);
	expect(found).toMatchObject({ coherent: true, atomic: true });
	expect(found.propagated.size).toBe(propagated);
});

import { readFileSync } from "node:fs";
import { loadModel } from "../../src/cat/load-model.ts";
import type { Model } from "../../src/cat/model.ts";
import type { SourceFile } from "../../src/source/span.ts";

function shipped(file: string): SourceFile {
	return { path: file, text: readFileSync(new URL(`../../models/${file}`, import.meta.url), "utf8") };
}

function load(text: string): Model {
	const result = loadModel({ path: "test.cat", text }, shipped);
	if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
	return result.value;
}

/** The Linux-kernel memory model without the axiom of this name. */
function lkmmWithout(axiom: string): Model {
	const lines = shipped("lkmm.cat").text.split("\n");
	const kept = lines.filter((line) => !line.endsWith(` as ${axiom}`));
	if (kept.length !== lines.length - 1) throw new Error(`the model has no one line for ${axiom}`);
	return load(kept.join("\n"));
}

/** Models that try the search where it must not count on what the kernel's model happens to say. */
const OWN: Readonly<Record<string, string>> = {
	"nothing is forbidden": "empty 0 as nothing flag ~empty rf & po^-1 as reads-own-future",
	"causality alone": "acyclic po | rf as causality",
	"coherence alone": "acyclic po-loc | com as coherence",
	"coherence of writes alone": "acyclic po-loc | co as writes irreflexive rf ; po as own-future",
	"accesses of one location are not in order": "acyclic (po \\ loc) | rf as order",
	"order of what no barrier stands between": "acyclic (([M] ; po ; [M]) \\ fencerel(F)) | rf as order",
	"neighbours in coherence": `
		acyclic po-loc | com as coherence
		empty (co \\ (co ; co)) & [W] ; po ; ext as neighbours
		empty (fr \\ (fr ; co)) & int & (M * M) as overwritten-at-once`,
	"something must be read": "acyclic po | rf as causality ~empty rfe as communicates",
	"something must be read, coherently": "acyclic po-loc | com as coherence ~empty fre | (co & int) as busy",
	"complements of communication": `
		acyclic po | rf as causality
		empty (po & (R * R)) \\ (rf^-1 ; ~co ; rf) as reads
		flag ~empty ~(rf | rf^-1 | co | co^-1) & loc & ext as unrelated`,
	"from-reads the wrong way round": `
		irreflexive fr ; fr^-1 ; po as together
		acyclic (fr^-1 & ext) | (po & (W * R)) | ([W] ; po ; [W]) as backwards
		flag ~empty fr ; fr as overwritten`,
	"atomicity without coherence": "empty rmw & (fre ; coe) as atomic acyclic po | rf as causality",
	"recursion over reads-from": `
		let rec reach = (rfe ; po) | (reach ; reach)
		irreflexive reach as reach
		let rec seen = IW | range([seen] ; (po | rf) ; [M \\ UL])
		and next = [seen] ; co ; [seen]
		flag ~empty next & ext as seen-both`,
	values: `
		acyclic po-loc | com as coherence
		empty rmw & fre ; coe as atomic
		empty co & same-value & po as rewritten
		flag ~empty different-values(po & loc) as changes`,
};

/** By what it is called in the test's output. */
export const modelsUnderTest: ReadonlyMap<string, Model> = new Map([
	["sc", load(shipped("sc.cat").text)],
	["tso", load(shipped("tso.cat").text)],
	["armv8", load(shipped("armv8.cat").text)],
	["lkmm", load(shipped("lkmm.cat").text)],
	...["coherence", "atomic", "happens-before", "propagation", "rcu", "plain-coherence"].map(
		(axiom) => [`lkmm without ${axiom}`, lkmmWithout(axiom)] as const,
	),
	...Object.entries(OWN).map(([name, text]) => [name, load(`"${name}"\n${text}`)] as const),
]);

import type { Axiom, Model, ModelNode } from "../../cat/model.ts";
import { Classifier } from "./classify.ts";
import { Folder } from "./fold.ts";
import { demandsOf, operandsOf } from "./operands.ts";
import { recognise } from "./recognise.ts";
import { isSeparable } from "./separable.ts";
import { type UpperBounds, upperBounds } from "./upper-bound.ts";

/** Base names that every execution supplies, whatever its program. */
const ALWAYS = new Set("po rf co loc int ext id same-value R W F M IW _".split(" "));

/**
 * A model prepared for one program: parts that are empty there folded away, and the rest sorted by when it
 * has to be computed.
 */
export interface CompiledModel {
	readonly name: string;
	/** Nodes computed from one thread's events alone, once a thread node. */
	readonly locals: readonly ModelNode[];
	/** Base nodes that the graph supplies: `rf`, `co` and those of `loc`, `ext`, `same-value` that are used. */
	readonly bases: ReadonlyMap<string, ModelNode>;
	/** Conditions that more events and edges can only break: tested on partial executions too. */
	readonly early: readonly Axiom[];
	/** Conditions tested on complete executions only. */
	readonly late: readonly Axiom[];
	readonly flags: readonly Axiom[];
	/** Whether the model implies coherence per location, and atomicity of read-modify-writes. */
	readonly coherent: boolean;
	readonly atomic: boolean;
	/**
	 * The conditions of acyclicity, before those are left out that propagation answers, and those of
	 * `early`; of both only such as an execution breaks if a part of its events and edges does.
	 */
	readonly growing: { readonly acyclic: readonly Axiom[]; readonly early: readonly Axiom[] };
	/** Whether the conditions and flags can be judged part by part: see `isSeparable`. */
	readonly separable: boolean;
	/** Bounds for the flags on graphs that lie between two; absent if there are none, or if some condition is not in `growing`. */
	readonly bounds: UpperBounds | undefined;
	/** What the model says beyond its conditions, of complete executions. */
	readonly interpret: Model["interpret"];
	/** Whether a node never changes with rf and co. */
	isStatic(node: ModelNode): boolean;
}

/** @param present the tags and dependency relations that can occur in the program */
export function compileModel(model: Model, present: ReadonlySet<string>): CompiledModel {
	const folder = new Folder(highestId(model.axioms) + 1, (name) => !ALWAYS.has(name) && !present.has(name));
	const axioms = model.axioms.map((axiom): Axiom => ({ ...axiom, node: folder.fold(axiom.node) }));
	const { coherent, atomic, propagated } = recognise(axioms);
	const classifier = new Classifier();
	const forbidding = axioms.filter((axiom) => !axiom.flag);
	const rest = forbidding.filter((axiom) => !propagated.has(axiom) && !isVacuous(axiom));
	const isEarly = ({ negated, node }: Axiom): boolean => {
		const { monotone, valued } = classifier.classify(node);
		return !negated && monotone && !valued;
	};
	const isGrowing = (axiom: Axiom): boolean => isEarly(axiom) && classifier.classify(axiom.node).growing;
	const flags = axioms.filter((axiom) => axiom.flag && !isVacuous(axiom));
	const locals = new Set<ModelNode>();
	const bases = new Map<string, ModelNode>();
	const seen = new Set<ModelNode>();
	const visit = (node: ModelNode): void => {
		if (seen.has(node)) return;
		seen.add(node);
		const kind = classifier.classify(node);
		if (node.op === "empty") return;
		if (!kind.dynamic && kind.exact && (node.sort === "set" || kind.within)) locals.add(node);
		else if (node.op === "base") bases.set(node.name, node);
		else for (const operand of demandsOf(node)) visit(operand);
	};
	for (const axiom of [...rest, ...flags]) visit(axiom.node);
	return {
		name: model.name,
		locals: [...locals],
		bases,
		early: rest.filter(isEarly),
		late: rest.filter((axiom) => !isEarly(axiom)),
		flags,
		coherent,
		atomic,
		growing: {
			acyclic: forbidding.filter((axiom) => axiom.test === "acyclic" && isGrowing(axiom)),
			early: rest.filter(isGrowing),
		},
		separable: isSeparable([...rest, ...flags]),
		bounds: rest.every(isGrowing)
			? upperBounds(flags, classifier, (node) => locals.has(node), highestId(axioms) + 1)
			: undefined,
		interpret: model.interpret,
		isStatic: (node) => !classifier.classify(node).dynamic,
	};
}

/** A test of the empty set that always passes (or a flag that never rises). */
function isVacuous(axiom: Axiom): boolean {
	if (axiom.node.op !== "empty") return false;
	return axiom.flag ? axiom.negated : !axiom.negated;
}

function highestId(axioms: readonly Axiom[]): number {
	let highest = 0;
	const seen = new Set<ModelNode>();
	const visit = (node: ModelNode): void => {
		if (seen.has(node)) return;
		seen.add(node);
		highest = Math.max(highest, node.id);
		for (const operand of operandsOf(node)) visit(operand);
	};
	for (const axiom of axioms) visit(axiom.node);
	return highest;
}

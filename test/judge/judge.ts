import type { Program } from "../../src/execution/program.ts";
import type { Proposition, Term } from "../../src/execution/proposition.ts";
import type { Axioms } from "./axioms.ts";
import { joinPaths } from "./candidate.ts";
import { isDetermined } from "./determined.ts";
import { isTrueOf, printState } from "./final-state.ts";
import { endOf, isMeaningless, possiblePaths } from "./judge-ends.ts";
import type { JudgeVerdict } from "./judge-verdict.ts";
import { JudgedProperties } from "./judged-properties.ts";
import { lkmmAxioms } from "./lkmm-axioms.ts";
import { NotedCandidate } from "./noted-candidate.ts";
import { pathChoices } from "./path-choices.ts";
import { enumeratePaths } from "./value-domains.ts";
import { type Witness, Witnesses } from "./witnesses.ts";

/** The most events, initial writes and fences included, that a matrix has room for. */
const MOST_EVENTS = 31;

/** How far the judge goes. */
export interface JudgeOptions {
	/** Iterations of a loop, after its first, that may decide on what was read. */
	readonly unroll: number;
	/** Choices of rf and co to try before a test is taken to be too big; no limit if absent. */
	readonly mostCandidates?: number;
}

/**
 * Judges a test by trying everything: all paths of all threads, all rf, all co, each held against the
 * axioms of a memory model (the Linux kernel's, if none is given). Its cost grows with all of them at once,
 * so it is for tests of some eight memory events. Returns undefined for a test that is too big.
 */
export function judge(
	program: Program,
	options: JudgeOptions,
	axioms: Axioms = lkmmAxioms,
): JudgeVerdict | undefined {
	const enumeration = enumeratePaths(program, options.unroll);
	if (enumeration === undefined) return undefined;
	const { paths, domains } = enumeration;
	const most = options.mostCandidates ?? Number.POSITIVE_INFINITY;
	const states = new Set<string>();
	const flags = new Set<string>();
	let positive = 0;
	let negative = 0;
	let undetermined = 0;
	let cut = false;
	let tried = 0;
	const possible = possiblePaths(program, paths);
	const properties = new JudgedProperties(program);
	const witnesses = new Witnesses(program.cells.length, axioms.cellWitnesses);
	const initial = joinPaths(program, []).events;
	for (const choice of pathChoices(initial, possible)) {
		const end = endOf(choice);
		if (end === "none") continue;
		const candidate = joinPaths(program, choice);
		if (candidate.events.length > MOST_EVENTS) return undefined;
		let judgeWitness: ((witness: Witness) => readonly string[] | undefined) | undefined;
		for (const witness of witnesses.of(candidate)) {
			if (witness === undefined || ++tried > most) return undefined;
			judgeWitness ??= axioms.on(candidate);
			const raised = judgeWitness(witness);
			if (raised === undefined) continue;
			if (end === "cut") {
				cut = true;
				continue;
			}
			if (!isDetermined(candidate, witness.rf, domains)) {
				undetermined++;
				continue;
			}
			if (end === "broken") {
				if (choice.some(({ waitsFor }) => waitsFor !== undefined && witness.finals[waitsFor] !== 1n))
					continue;
				properties.meetBroken(choice);
				if (isMeaningless(choice)) flags.add("undefined-behaviour");
				continue;
			}
			const noted = new NotedCandidate(candidate, witness);
			if (program.dismisses?.(noted)) continue;
			const state = { locals: choice.map((path) => path.locals), cells: witness.finals };
			if (!isTrueOf(program, program.filter, state)) continue;
			if (isTrueOf(program, program.proposition, state)) positive++;
			else negative++;
			properties.meet(choice, noted, state, raised);
			states.add(printState(program, state));
			for (const flag of raised) flags.add(flag);
			if (mentionsLock(program, program.proposition)) flags.add("lock-final");
		}
	}
	return {
		positive,
		negative,
		states: [...states].sort(),
		flags: [...flags].sort(),
		executions: positive + negative,
		undetermined,
		cut,
		happening: properties.happening,
	};
}

function mentionsLock(program: Program, proposition: Proposition): boolean {
	switch (proposition.kind) {
		case "true":
			return false;
		case "not":
			return mentionsLock(program, proposition.operand);
		case "and":
		case "or":
			return proposition.operands.some((operand) => mentionsLock(program, operand));
		case "equal":
		case "compare":
			return isLock(program, proposition.left) || isLock(program, proposition.right);
	}
}

function isLock(program: Program, term: Term): boolean {
	if (term.kind === "computed") return isLock(program, term.left) || isLock(program, term.right);
	return term.kind === "cell" && program.cells[term.cell].isLock;
}

import { addForWay, foundOnFrames } from "./add-for-way.ts";
import { Candidates } from "./candidates.ts";
import type { Decision } from "./decision.ts";
import type { Frame } from "./frame.ts";
import type { GraphForm } from "./graph-form.ts";
import { Harvest } from "./harvest.ts";
import { inOrder } from "./in-order.ts";
import { KnownSubtrees } from "./known-subtrees.ts";
import { LeafJudge } from "./leaf-judge.ts";
import { Planner } from "./planner.ts";
import { Runner } from "./runner.ts";
import type { SearchParts } from "./search-parts.ts";
import type { CheckState } from "./sharing/check-state.ts";
import { frameStates, splitFrames } from "./sharing/split-frames.ts";
import { CountTogether } from "./together/count-together.ts";
import { waysOf } from "./ways.ts";

/** Steps that are taken at least, so that short searches come to their end whatever the time limit. */
const LEAST_STEPS = 32;

/** Milliseconds by which these may exceed the time: where events are many a step can take as long. */
const GRACE = 10;

/**
 * The search for all consistent executions of a program, each reached along exactly one path. Threads run
 * as far as they can with reads that have no value yet; a decision gives a read its source or puts it off
 * to writes that do not exist yet. Of partial executions that are the same up to renaming twins one is
 * explored. docs/search.md argues why nothing is missed or counted twice.
 */
export class Search {
	readonly #parts: SearchParts;
	readonly #planner: Planner;
	readonly #runner: Runner;
	readonly #together: CountTogether;
	readonly #judge: LeafJudge;
	readonly #frames: Frame[] = [];
	/** What was found; in a program with twins what the frames have is still to be added. */
	readonly #harvest = new Harvest();
	readonly #subtrees: KnownSubtrees;
	#started = false;
	/** Whether the axioms have been tested on the graph as it is. */
	#tested = false;
	/** Whether one execution is made again: it may stand for one that the filter leaves, and not be left itself. */
	#isReplay = false;

	/** @param subtrees what other searches with the same tree of threads have come to know */
	constructor(parts: SearchParts, subtrees = new KnownSubtrees()) {
		this.#parts = parts;
		this.#subtrees = subtrees;
		const candidates = new Candidates(parts.graph, parts.coherence);
		this.#planner = new Planner(parts, candidates);
		this.#runner = new Runner(parts);
		this.#together = new CountTogether(parts, candidates, this.#runner);
		this.#judge = new LeafJudge(parts);
	}

	/**
	 * Goes on for about so many milliseconds, and for so many steps at most. Looks at the clock after each step, which is
	 * next to nothing beside it.
	 * @returns whether the search is finished
	 * @throws CapacityExceeded if the graph is too small; the search cannot go on then
	 */
	advance(milliseconds: number, most = Number.POSITIVE_INFINITY): boolean {
		const end = performance.now() + milliseconds;
		if (!this.#started) {
			this.#started = true;
			this.#parts.likeness.forget();
			if (this.#runner.start()) this.#open();
			else this.#parts.tally.deadEnds++;
		}
		for (let steps = 1; this.#frames.length > 0; steps++) {
			this.#step();
			if (this.#isDecided()) return true;
			if (steps >= most || performance.now() >= (steps < LEAST_STEPS ? end + GRACE : end)) break;
		}
		return this.#frames.length === 0;
	}

	/** Whether what is left is not asked for. */
	#isDecided(): boolean {
		if (this.#judge.hasEnough) {
			this.#parts.tally.limits.add("decided");
			return true;
		}
		const { stopsWhenDecided, stopsAtFirst, properties, tally } = this.#parts;
		if (this.#frames.length === 0) return false;
		if (!(stopsWhenDecided && properties.allHappen) && !(stopsAtFirst && properties.someHappens))
			return false;
		tally.limits.add("decided");
		return true;
	}

	#step(): void {
		const { graph, tally } = this.#parts;
		const frame = this.#frames[this.#frames.length - 1];
		graph.undoTo(frame.mark);
		this.#runner.assumptions.length = frame.assumptions;
		this.#tested = frame.tested;
		if (frame.next >= frame.end) {
			if (!frame.fruitful) tally.deadEnds++;
			this.#frames.pop();
			if (frame.form !== undefined) this.#subtrees.keep(frame.form, frame.harvest);
			this.#deliver(frame.harvest);
			return;
		}
		const { decision } = frame.ways[frame.next++];
		if (!this.#carryOut(decision)) {
			tally.refused++;
			return;
		}
		const isForced = frame.ways.length === 1;
		const form = isForced ? undefined : this.#form();
		// Without an alternative, what is wrong shows at the next test anyway; putting off makes nothing wrong.
		const isUnharmed = isForced || decision.kind === "postpone" || decision.kind === "postpone-lock";
		if (form !== undefined && this.#recognise(form)) frame.fruitful = true;
		else if (isUnharmed || this.#test()) {
			frame.fruitful = true;
			this.#open(form);
		} else tally.refused++;
	}

	/**
	 * Carries a decision out with all that follows from it.
	 * @returns whether the graph is still consistent as far as was looked
	 */
	#carryOut(decision: Decision): boolean {
		this.#parts.likeness.forget();
		if (decision.kind === "postpone" || decision.kind === "postpone-lock") {
			this.#runner.postpone(decision);
			return !("onlyForBroken" in decision) || this.#parts.properties.asksForBroken;
		}
		this.#tested = false;
		if (decision.kind !== "circular") return this.#runner.take(decision);
		if (this.#runner.tryCircular(decision) && this.#test()) this.#deliverUndetermined();
		return false;
	}

	/** The graph's form, in a program where that may be met again. */
	#form(): GraphForm | undefined {
		return this.#parts.symmetry.exists ? this.#parts.likeness.form() : undefined;
	}

	/** Adds what was found below a graph that is this one up to renaming; false if there was none. */
	#recognise(form: GraphForm): boolean {
		const known = this.#subtrees.find(form);
		if (known === undefined) return false;
		if (known.harvest.size === 0) this.#parts.tally.deadEnds++;
		this.#deliver(known.harvest, known.renaming);
		return true;
	}

	#test(): boolean {
		const { consistency, graph } = this.#parts;
		this.#tested = true;
		return consistency.testEarly(graph);
	}

	/**
	 * Looks at the graph that a decision led to: an execution, a dead end, or something to decide.
	 * @param form its form, if it has been looked up
	 */
	#open(form?: GraphForm): void {
		const { graph, tally, symmetry } = this.#parts;
		if (this.#countTogether(form)) return;
		const decisions = this.#planner.plan();
		if (decisions === "dead") {
			tally.deadEnds++;
			return;
		}
		if (decisions === "complete") {
			this.#close(form);
			return;
		}
		const own = form ?? (decisions.length > 1 ? this.#form() : undefined);
		if (own !== undefined && form === undefined && this.#recognise(own)) return;
		const ways = inOrder(this.#parts, waysOf(this.#parts, decisions));
		this.#frames.push({
			ways,
			next: 0,
			end: ways.length,
			mark: graph.mark(),
			assumptions: this.#runner.assumptions.length,
			tested: this.#tested,
			fruitful: false,
			harvest: symmetry.exists ? new Harvest() : this.#harvest,
			form: own,
		});
	}

	/** Counts what is below a graph at once, if that can be done. */
	#countTogether(form: GraphForm | undefined): boolean {
		const ends = this.#together.look();
		if (ends === undefined) return false;
		const own = form ?? this.#form();
		if (own !== undefined && form === undefined && this.#recognise(own)) return true;
		const harvest = this.#together.count(ends, this.#path());
		if (harvest === undefined) return false;
		if (own !== undefined) this.#subtrees.keep(own, harvest);
		if (this.#parts.symmetry.exists) this.#deliver(harvest);
		else this.#harvest.absorb(harvest, 1);
		return true;
	}

	/** Judges a graph on which everything is decided. */
	#close(form: GraphForm | undefined): void {
		const { graph, tally, consistency, symmetry } = this.#parts;
		if (!(this.#tested || this.#test()) || !consistency.testLate(graph)) {
			tally.deadEnds++;
			return;
		}
		const leaf = this.#judge.judge(() => this.#path(), this.#isReplay);
		if (leaf === undefined) return;
		const harvest = symmetry.exists ? new Harvest() : this.#harvest;
		harvest.add(leaf.ending, leaf.flags, () => this.#path(), leaf.allowed);
		if (form !== undefined) this.#subtrees.keep(form, harvest);
		this.#deliver(harvest);
	}

	/** Adds what the way that is being tried led to, for itself and for those that it stands for. */
	#deliver(harvest: Harvest, renaming?: readonly number[]): void {
		if (!this.#parts.symmetry.exists) return;
		const frame = this.#frames.at(-1);
		if (frame === undefined) this.#harvest.absorb(harvest, 1, renaming);
		else if (renaming === undefined) addForWay(frame.harvest, frame, harvest, this.#parts);
		else {
			const renamed = new Harvest();
			renamed.absorb(harvest, 1, renaming);
			addForWay(frame.harvest, frame, renamed, this.#parts);
		}
	}

	#deliverUndetermined(): void {
		const harvest = this.#parts.symmetry.exists ? new Harvest() : this.#harvest;
		harvest.undetermined++;
		this.#deliver(harvest);
	}

	/** All that was found so far. */
	found(): Harvest {
		if (!this.#parts.symmetry.exists || this.#frames.length === 0) return this.#harvest;
		const below = foundOnFrames(this.#frames, this.#parts);
		// Of a search that was taken up again what was found before is here.
		below.absorb(this.#harvest, 1);
		return below;
	}

	/** Where the search stands, and what it has found. Costs as much as a look at the frames and all endings. */
	save(): CheckState {
		const found = this.found();
		return {
			isStarted: this.#started,
			frames: frameStates(this.#frames),
			found: found.states(),
			undetermined: found.undetermined,
			tally: this.#parts.tally.save(),
		};
	}

	/**
	 * Goes on from what `save` or `split` gave of a search of the same program, model and options. To be called before anything else.
	 * The saved decisions are taken as they are and not planned anew: what had been found when they were made does not matter.
	 * @throws CapacityExceeded if the graph is too small
	 * @throws Error if the state is of another search
	 */
	restore({ isStarted, frames, found, undetermined, tally }: CheckState): void {
		const { graph, symmetry } = this.#parts;
		this.#started = isStarted;
		if (frames.length > 0 && !this.#runner.start()) throw new Error("a saved search does not begin here");
		for (const [depth, { ways, next, end, tested, fruitful }] of frames.entries()) {
			this.#frames.push({
				ways,
				next,
				end,
				mark: graph.mark(),
				assumptions: this.#runner.assumptions.length,
				tested,
				fruitful,
				harvest: symmetry.exists ? new Harvest() : this.#harvest,
				form: undefined,
			});
			if (depth < frames.length - 1 && !this.#carryOut(ways[next - 1].decision))
				throw new Error("a saved search does not lead on here");
		}
		this.#harvest.absorb(Harvest.of(found, undetermined), 1);
		// Only now, since what is known to happen is not looked for again.
		this.#parts.tally.load(tally);
	}

	/**
	 * Gives a part of what is left to another search.
	 * @returns that search, which has found nothing yet but knows what need not be looked for any more; undefined if no part can be given
	 */
	split(): CheckState | undefined {
		const frames = splitFrames(this.#frames);
		if (frames === undefined) return undefined;
		const { tally } = this.#parts;
		return {
			isStarted: true,
			frames,
			found: [],
			undetermined: 0,
			tally: { ...tally.save(), leaves: 0, deadEnds: 0, refused: 0 },
		};
	}

	/**
	 * Takes the decisions that a path names, on a graph that nothing was decided on yet, and looks at the execution that they lead to.
	 * @param path as the search gave it for an execution that it met
	 * @returns whether the path leads to an end; the graph is what it leads to then
	 * @throws CapacityExceeded if the graph is too small
	 */
	replay(path: string): boolean {
		this.#isReplay = true;
		const turns = path === "" ? [] : path.split(".").map(Number);
		if (!this.#runner.start()) return false;
		for (let at = 0; ; ) {
			this.#parts.likeness.forget();
			const decisions = this.#planner.plan();
			if (typeof decisions === "string") {
				if (decisions === "dead" || at !== turns.length) return false;
				this.#close(undefined);
				return true;
			}
			const ways = waysOf(this.#parts, decisions);
			const way = ways.at(ways.length === 1 ? 0 : (turns[at++] ?? ways.length));
			if (way === undefined || way.decision.kind === "circular") return false;
			const { decision } = way;
			if (decision.kind === "postpone" || decision.kind === "postpone-lock") this.#runner.postpone(decision);
			else if (!this.#runner.take(decision)) return false;
		}
	}

	/** The decisions that led here, as the number of each among those there were; forced ones are left out. */
	#path(): string {
		return this.#frames
			.filter(({ ways }) => ways.length > 1)
			.map(({ next }) => next - 1)
			.join(".");
	}
}

import type { Program } from "../execution/program.ts";
import type { Profile, Profiler } from "./evaluation/profiler.ts";
import type { Outcome, ThreadNode } from "./thread-node.ts";
import { ThreadRun } from "./thread-run.ts";

/**
 * All runs of a program's threads, grown as the search asks for them and kept, with what the model says of
 * each thread alone.
 */
export class ThreadTree {
	readonly #program: Program;
	readonly #unroll: number;
	readonly #profiler: Profiler;
	readonly #children = new Map<ThreadNode, Map<string, ThreadNode>>();
	readonly #profiles = new Map<ThreadNode, Profile>();
	readonly #roots: ThreadNode[];
	#nextId = 0;

	constructor(program: Program, unroll: number, profiler: Profiler) {
		this.#program = program;
		this.#unroll = unroll;
		this.#profiler = profiler;
		this.#roots = program.threads.map((_, thread) => this.#grow(thread, undefined, undefined));
	}

	/** A thread's run from its start to its first stop. */
	root(thread: number): ThreadNode {
		return this.#roots[thread];
	}

	/** What a stopped run becomes with an outcome that its stop waits for. */
	child(node: ThreadNode, outcome: Outcome): ThreadNode {
		let children = this.#children.get(node);
		if (children === undefined) {
			children = new Map();
			this.#children.set(node, children);
		}
		const key = typeof outcome === "object" ? `${outcome.object}+${outcome.offset}` : String(outcome);
		let child = children.get(key);
		if (child === undefined) {
			child = this.#grow(node.thread, node, outcome);
			children.set(key, child);
		}
		return child;
	}

	/** What the model's local nodes are on a run, relative to its parent's. */
	profile(node: ThreadNode): Profile {
		let found = this.#profiles.get(node);
		if (found === undefined) {
			const parent = node.parent === undefined ? undefined : this.profile(node.parent);
			found = this.#profiler.profile(node, parent);
			this.#profiles.set(node, found);
		}
		return found;
	}

	#grow(thread: number, parent: ThreadNode | undefined, outcome: Outcome | undefined): ThreadNode {
		const run = new ThreadRun(this.#program, thread, this.#unroll, parent);
		return { id: this.#nextId++, thread, parent, outcome, ...run.run(outcome) };
	}
}

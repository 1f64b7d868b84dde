import type { CheckState } from "../../checker/sharing/check-state.ts";
import { gather } from "../../checker/sharing/gather.ts";
import { informed, type PartedSearch } from "../../checker/sharing/parted-search.ts";
import type { Limit } from "../../execution/verdict.ts";
import type { Explorer, Listener } from "./explorer.ts";
import type { Message } from "./job.ts";

/** One explorer, and the part that it explores as it last told of it. */
interface Member {
	readonly explorer: Explorer;
	part: CheckState | undefined;
	/** Whether it has left off with its part open. */
	hasLeftOff: boolean;
	/** Whether it has been asked for a share, or to tell, and has not answered. */
	isAsked: boolean;
	isToTell: boolean;
}

/**
 * Explorers of one search. Who has nothing to do is given a part of what another one has left.
 * At any moment what has ended, what waits, and what the explorers last told of make up the whole search, each part once:
 * whatever one has done since would be done again by who goes on from there.
 */
export class Crew {
	readonly #members: Member[];
	readonly #waiting: CheckState[];
	readonly #isEnough: (found: readonly CheckState[]) => boolean;
	#done: CheckState;
	#finish: (limits: readonly Limit[]) => void = () => {};
	#fail: (fault: unknown) => void = () => {};

	/**
	 * @param start what starts each explorer
	 * @param isEnough whether what states have found together makes the rest unwanted
	 */
	constructor(
		start: readonly ((listener: Listener) => Explorer)[],
		from: PartedSearch,
		isEnough: (found: readonly CheckState[]) => boolean,
	) {
		this.#done = from.done;
		this.#waiting = [...from.open];
		this.#isEnough = isEnough;
		this.#members = start.map((begin) => {
			const explorer = begin({
				hear: (message) => this.#hear(member, message),
				lose: (fault) => this.#lose(fault),
			});
			const member: Member = {
				explorer,
				part: undefined,
				hasLeftOff: false,
				isAsked: false,
				isToTell: false,
			};
			return member;
		});
	}

	/**
	 * Searches until all is done, enough is found, or `stop` is called.
	 * @returns why it ended early; nothing if all is done
	 * @throws what went wrong in a thread
	 */
	run(): Promise<readonly Limit[]> {
		return new Promise((resolve, reject) => {
			this.#finish = resolve;
			this.#fail = reject;
			this.#handOut();
		});
	}

	/** The search as it is known to stand. */
	get search(): PartedSearch {
		const parts = this.#members.flatMap(({ part }) => part ?? []);
		return { done: this.#done, open: [...parts, ...this.#waiting] };
	}

	/** Ends `run`, which then returns these limits. */
	stop(limits: readonly Limit[]): void {
		this.#finish(limits);
	}

	/** Asks all threads where they stand; `hasHeard` says when all have answered. */
	ask(): void {
		for (const member of this.#members) {
			if (member.part === undefined || member.hasLeftOff || member.isToTell) continue;
			member.isToTell = true;
			member.explorer.tell({ kind: "tell" });
		}
	}

	get hasHeard(): boolean {
		return this.#members.every(({ isToTell, part }) => !isToTell || part === undefined);
	}

	/** Ends the explorers. */
	async close(): Promise<void> {
		await Promise.all(this.#members.map(({ explorer }) => explorer.close()));
	}

	#hear(member: Member, message: Message): void {
		member.isToTell &&= message.kind === "gives";
		if (message.kind === "ended") {
			this.#done = gather([this.#done, message.part]);
			member.part = undefined;
			member.isAsked = false;
		} else member.part = message.part;
		if (message.kind === "gives") {
			member.isAsked = false;
			this.#waiting.push(message.given);
		}
		member.hasLeftOff = message.kind === "full" || message.kind === "decided";
		if (message.kind === "full") this.#finish(["memory"]);
		else if (message.kind === "decided") this.#finish(["decided"]);
		else if (this.search.open.length > 0 && this.#isEnough([this.#done, message.part]))
			this.#finish(["decided"]);
		else this.#handOut();
	}

	/** Gives parts that wait to those who have none, and asks others for parts where that is not enough. */
	#handOut(): void {
		const idle = this.#members.filter(({ part }) => part === undefined);
		for (const member of idle) {
			const part = this.#waiting.pop();
			if (part === undefined) break;
			member.part = informed(part, this.#done);
			member.isAsked = false;
			member.explorer.tell({ kind: "explore", part: member.part });
		}
		const busy = this.#members.filter(({ part }) => part !== undefined);
		if (busy.length === 0) this.#finish([]);
		else if (busy.length < this.#members.length && this.#waiting.length === 0)
			for (const member of busy) {
				if (member.isAsked) continue;
				member.isAsked = true;
				member.explorer.tell({ kind: "share" });
			}
	}

	/** A thread is lost, with all it did since it last told: for want of memory, or by a fault of ringlit. */
	#lose(fault: unknown): void {
		const isMemory = fault instanceof Error && "code" in fault && fault.code === "ERR_WORKER_OUT_OF_MEMORY";
		if (isMemory) this.#finish(["memory"]);
		else this.#fail(fault);
	}
}

import * as messages from "../../source/messages-litmus.ts";
import type { Report } from "../report.ts";
import { type Token, tokenSpan } from "./token.ts";

/** An `#if` that is open. */
interface Conditional {
	readonly opening: Token;
	/** Whether what is around it is kept. */
	readonly isLive: boolean;
	/** Whether one of its groups was kept. */
	wasTaken: boolean;
	/** Whether the group that is open is kept. */
	isTaken: boolean;
	hasElse: boolean;
}

/** Which lines of a file are kept: its `#if`s, one in the other. */
export class Conditionals {
	readonly #open: Conditional[] = [];
	readonly #report: Report;

	constructor(report: Report) {
		this.#report = report;
	}

	/** Whether what follows is kept. */
	get isLive(): boolean {
		return this.#open.at(-1)?.isTaken ?? true;
	}

	/** An `#if`; its condition is asked for only where what is around it is kept. */
	begin(opening: Token, condition: () => boolean): void {
		const { isLive } = this;
		const isTaken = isLive && condition();
		this.#open.push({ opening, isLive, wasTaken: isTaken, isTaken, hasElse: false });
	}

	/** An `#elif`, or without a condition an `#else`. */
	next(directive: Token, condition?: () => boolean): void {
		const current = this.#open.at(-1);
		if (current === undefined || current.hasElse) {
			this.#report.add(messages.strayConditional(directive.text, tokenSpan(directive)));
			return;
		}
		current.hasElse = condition === undefined;
		current.isTaken = current.isLive && !current.wasTaken && (condition?.() ?? true);
		current.wasTaken ||= current.isTaken;
	}

	/** An `#endif`. */
	end(directive: Token): void {
		if (this.#open.pop() === undefined) {
			this.#report.add(messages.strayConditional(directive.text, tokenSpan(directive)));
		}
	}

	/** The file ends: reports what is open. */
	finish(): void {
		for (const { opening } of this.#open) {
			this.#report.add(messages.openConditional(opening.text, tokenSpan(opening)));
		}
	}
}

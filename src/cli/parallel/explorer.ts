import type { Message, Order } from "./job.ts";

/** Who explores parts of a search, one at a time. */
export interface Explorer {
	tell(order: Order): void;
	/** Leaves off at once. */
	close(): Promise<void>;
}

/** Who is told of what an explorer does. */
export interface Listener {
	hear(message: Message): void;
	/** What went wrong, after which nothing more is heard. */
	lose(fault: unknown): void;
}

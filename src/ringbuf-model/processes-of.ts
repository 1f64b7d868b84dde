import type { Configuration, ConsumerKind, RecordPlan } from "./configuration.ts";
import type { Variant } from "./variants.ts";

const WAKEUP_FLAGS: Readonly<Record<RecordPlan["wakeup"], string>> = {
	adaptive: "0",
	none: "BPF_RB_NO_WAKEUP",
	force: "BPF_RB_FORCE_WAKEUP",
};

const CONSUMER_CALLS: Readonly<Record<ConsumerKind, string | undefined>> = {
	drain: "ring_buffer__consume(&ring);",
	poll: "poll_forever(&ringbuf);",
	snapshot: "snapshot(&ringbuf);",
	none: undefined,
};

/** Processes of one body. */
export interface Processes {
	readonly count: number;
	/** In the language of litmus tests. */
	readonly body: string;
	/** What each of them is, in a word or two. */
	readonly role: string;
}

/** The processes of a configuration in their order: consumers first, then producers, then who asks, then whoever is hostile. */
export function processesOf(configuration: Configuration, { side }: Variant): Processes[] {
	const { producers, consumers, queries, hostile } = configuration;
	const isKernel = side === "kernel";
	const all: Processes[] = [
		isKernel
			? { count: consumers, body: consumerBody(configuration), role: "consumer" }
			: { count: consumers, body: "\tbpf_user_ringbuf_drain(&ringbuf, 0);\n", role: "kernel drain" },
		{
			count: producers,
			body: isKernel ? producerBody(configuration) : userProducerBody(configuration),
			role: isKernel ? "producer" : "user producer",
		},
		{ count: queries, body: "\tbpf_ringbuf_query(&ringbuf_map.map, BPF_RB_AVAIL_DATA);\n", role: "query" },
		{
			count: hostile ? 1 : 0,
			body: isKernel ? "\twrite_any_position(&ringbuf);\n" : "\twrite_anything(&ringbuf);\n",
			role: "hostile user",
		},
	];
	return all.filter(({ count, body }) => count > 0 && body !== "");
}

function consumerBody({ consumer }: Configuration): string {
	const call = CONSUMER_CALLS[consumer];
	return call === undefined ? "" : `\t${call}\n`;
}

function producerBody({ records }: Configuration): string {
	return records
		.map(({ size, end, wakeup }) => {
			if (end === "hold") return `\thold(${size});\n`;
			const flags = WAKEUP_FLAGS[wakeup];
			if (end === "output") return `\toutput(${size}, ${flags});\n`;
			return `\tproduce(${size}, ${flags}, ${end === "discard"});\n`;
		})
		.join("");
}

function userProducerBody({ records }: Configuration): string {
	return records.map(({ size, end }) => `\tproduce(${size}, 0, ${end === "discard"});\n`).join("");
}

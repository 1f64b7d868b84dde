import type { Configuration, ConsumerKind, RecordPlan } from "./configuration.ts";
import { reachOf } from "./reach-of.ts";
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

/**
 * A configuration as a litmus test that includes the variant's sources: consumers first, then producers, then
 * whoever is hostile. Its text can be read, kept and checked on its own.
 */
export function composeTest(configuration: Configuration, variant: Variant): string {
	const { producers, consumers, queries, hostile, size, start, settings } = configuration;
	const parameters = new Map([["ring_size", String(size)], ["start", String(start)], ...settings]);
	const reach = reachOf(configuration);
	if (hostile) parameters.set("hostile_reach", String(reach));
	const bodies: (readonly [count: number, body: string])[] =
		variant.side === "kernel"
			? [
					[consumers, consumerBody(configuration)],
					[producers, producerBody(configuration)],
				]
			: [
					[consumers, "\tbpf_user_ringbuf_drain(&ringbuf, 0);\n"],
					[producers, userProducerBody(configuration)],
				];
	bodies.push([queries, "\tbpf_ringbuf_query(&ringbuf_map.map, BPF_RB_AVAIL_DATA);\n"]);
	if (hostile)
		bodies.push([
			1,
			variant.side === "kernel" ? "\twrite_any_position(&ringbuf);\n" : "\twrite_anything(&ringbuf);\n",
		]);
	return [
		`C ringbuf-${variant.name}\n`,
		...[...parameters].map(([name, value]) => `#parameter ${name} = ${value}`),
		// Only what comes as an NMI is told so; a nested task takes the lock as everybody does.
		...(configuration.nesting === "task" ? ["#define in_nmi() 0"] : []),
		...[...variant.defines, ...configuration.defines].map((name) => `#define ${name}`),
		...includes(configuration, variant).map((file) => `#include "${file}"`),
		"\n{ }\n",
		...processes(
			bodies.filter(([count, body]) => count > 0 && body !== ""),
			configuration,
		),
	].join("\n");
}

function includes({ consumer, hostile, nesting, records }: Configuration, { file, side }: Variant): string[] {
	if (side === "user") return [file, ...(hostile ? ["hostile-producer.h"] : [])];
	return [
		file,
		"producer.h",
		...(records.some(({ end }) => end === "output") ? ["output.h"] : []),
		...(consumer === "drain" || consumer === "poll" ? ["libbpf-consumer.c"] : []),
		...(consumer === "poll" ? ["epoll.h"] : []),
		...(consumer === "snapshot" ? ["overwrite-v1-consumer.c"] : []),
		...(nesting === "none" ? [] : ["nested.h"]),
		...(hostile ? ["hostile-consumer.h"] : []),
	];
}

function processes(
	bodies: readonly (readonly [count: number, body: string])[],
	{ nesting }: Configuration,
): string[] {
	let next = 0;
	return bodies.map(([count, body]) => {
		const first = next;
		next += count;
		const heading = count === 1 ? `P${first}` : `P[${first}..${next - 1}]`;
		const isInterrupted = nesting !== "none" && /\b(?:produce|output)\(/.test(body);
		const handler = isInterrupted ? " interrupted by nested_producer()" : "";
		return `${heading}()${handler}\n{\n${body}}\n`;
	});
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

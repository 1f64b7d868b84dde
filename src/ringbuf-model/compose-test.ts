import type { Configuration } from "./configuration.ts";
import { type Processes, processesOf } from "./processes-of.ts";
import { reachOf } from "./reach-of.ts";
import type { Variant } from "./variants.ts";

/**
 * A configuration as a litmus test that includes the variant's sources: consumers first, then producers, then
 * whoever is hostile. Its text can be read, kept and checked on its own.
 */
export function composeTest(configuration: Configuration, variant: Variant): string {
	const { hostile, size, start, settings } = configuration;
	const parameters = new Map([["ring_size", String(size)], ["start", String(start)], ...settings]);
	const reach = reachOf(configuration);
	if (hostile) parameters.set("hostile_reach", String(reach));
	return [
		`C ringbuf-${variant.name}\n`,
		...[...parameters].map(([name, value]) => `#parameter ${name} = ${value}`),
		// Only what comes as an NMI is told so; a nested task takes the lock as everybody does.
		...(configuration.nesting === "task" ? ["#define in_nmi() 0"] : []),
		...[...variant.defines, ...configuration.defines].map((name) => `#define ${name}`),
		...includes(configuration, variant).map((file) => `#include "${file}"`),
		"\n{ }\n",
		...processes(processesOf(configuration, variant), configuration),
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

function processes(bodies: readonly Processes[], { nesting }: Configuration): string[] {
	let next = 0;
	return bodies.map(({ count, body }) => {
		const first = next;
		next += count;
		const heading = count === 1 ? `P${first}` : `P[${first}..${next - 1}]`;
		const isInterrupted = nesting !== "none" && /\b(?:produce|output)\(/.test(body);
		const handler = isInterrupted ? " interrupted by nested_producer()" : "";
		return `${heading}()${handler}\n{\n${body}}\n`;
	});
}

import type { Configuration, ConsumerKind, RecordPlan } from "./configuration.ts";

const CONSUMERS: Readonly<Record<ConsumerKind, string>> = {
	drain: "a consumer that drains",
	poll: "a consumer that polls",
	snapshot: "a consumer that copies",
	none: "no consumer",
};

/** A configuration as a line that says what is checked; what is as usual goes without saying. */
export function describeConfiguration(configuration: Configuration): string {
	const { variant, producers, records, consumers, consumer, queries, size, hostile, nesting } = configuration;
	const { bits, start, settings, edits } = configuration;
	const parts = [
		counted(producers, "producer") +
			(producers === 0 ? "" : ` of ${records.map(describeRecord).join(" and ")} bytes`),
		consumers === 1 ? CONSUMERS[consumer] : counted(consumers, "consumer"),
		...(queries > 0 ? [counted(queries, "query", "queries")] : []),
		`a ring of ${size} bytes`,
		...(hostile ? ["hostile user space"] : []),
		...(nesting === "none" ? [] : [`interrupted ${nesting === "nmi" ? "by an NMI" : "in its own lock"}`]),
		...(bits === 64 ? [] : [`positions of ${bits} bits`]),
		...(start === 0n ? [] : [`from ${start}`]),
		...[...settings].map(([name, value]) => `${name}=${value}`),
		...(edits.length === 0 ? [] : [counted(edits.length, "change")]),
	];
	return `ringbuf ${variant}: ${parts.join(", ")}`;
}

function describeRecord({ size, end, wakeup }: RecordPlan): string {
	const more = [...(end === "submit" ? [] : [end]), ...(wakeup === "adaptive" ? [] : [`wakeup ${wakeup}`])];
	return more.length === 0 ? String(size) : `${size} (${more.join(", ")})`;
}

function counted(count: number, one: string, many = `${one}s`): string {
	return count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`;
}

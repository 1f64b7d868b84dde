import {
	type Configuration,
	DEFAULT_CONFIGURATION as DEFAULT,
	type RecordPlan,
} from "../../ringbuf-model/configuration.ts";

/** The options of `ringlit ringbuf` that a configuration stands for; undefined if none do: its sources are edited. */
export function configurationWords(configuration: Configuration): readonly string[] | undefined {
	const { edits, defines, consumer, consumers, settings, records } = configuration;
	if (edits.length > 0 || defines.length > 0) return undefined;
	const words: string[] = ["--variant", configuration.variant];
	const add = (name: string, value: string | number | bigint, usual: string | number | bigint): void => {
		if (value !== usual) words.push(name, String(value));
	};
	add("--producers", configuration.producers, DEFAULT.producers);
	if (consumers === 0) words.push("--consumer", "none");
	else {
		add("--consumer", consumer, DEFAULT.consumer);
		add("--consumers", consumers, DEFAULT.consumers);
	}
	add("--queries", configuration.queries, DEFAULT.queries);
	add("--records", records.map(recordWord).join(","), "8");
	if (configuration.tiny) words.push("--tiny");
	add("--size", configuration.size, DEFAULT.size);
	if (configuration.hostile) words.push("--hostile");
	add("--nested", configuration.nesting, DEFAULT.nesting);
	add("--bits", configuration.bits, DEFAULT.bits);
	add("--start", configuration.start, DEFAULT.start);
	for (const [name, value] of settings) words.push("--set", `${name}=${value}`);
	return words;
}

function recordWord({ size, end, wakeup }: RecordPlan): string {
	const marks = [...(end === "submit" ? [] : [end]), ...(wakeup === "adaptive" ? [] : [`${wakeup}-wakeup`])];
	return [size, ...marks.map((mark) => (mark === "none-wakeup" ? "no-wakeup" : mark))].join(":");
}

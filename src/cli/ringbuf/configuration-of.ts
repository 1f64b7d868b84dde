import {
	type Configuration,
	type ConsumerKind,
	DEFAULT_CONFIGURATION,
	type Nesting,
} from "../../ringbuf-model/configuration.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { badSetting, badStart, unknownChoice } from "../../source/messages-ringbuf.ts";
import type { Result } from "../../source/result.ts";
import type { RingbufOptions } from "./options.ts";
import { parseRecords } from "./parse-records.ts";

const CONSUMERS: readonly ConsumerKind[] = ["drain", "poll", "snapshot", "none"];
const NESTINGS: readonly Nesting[] = ["none", "nmi", "task"];

const WIDTHS = { "8": 8, "16": 16, "32": 32, "64": 64 } as const;

/** The configuration that options describe; all that cannot be read is told together. */
export function configurationOf(options: RingbufOptions): Result<Configuration> {
	const diagnostics: Diagnostic[] = [];
	const records = parseRecords(options.records);
	if (!records.ok) diagnostics.push(...records.diagnostics);
	const choose = <T extends string>(what: string, given: string, choices: readonly T[]): T => {
		const chosen = choices.find((choice) => choice === given);
		if (chosen === undefined) diagnostics.push(unknownChoice(what, given, choices));
		return chosen ?? choices[0];
	};
	const consumer = choose("--consumer", options.consumer, CONSUMERS);
	const nesting = choose("--nested", options.nested, NESTINGS);
	const settings = new Map<string, string>();
	for (const word of (options.set ?? []).flatMap((text) => text.split(","))) {
		const pair = /^\s*(\w+)\s*=\s*(\S+)\s*$/.exec(word);
		if (pair === null) diagnostics.push(badSetting(word));
		else settings.set(pair[1], pair[2]);
	}
	const bits = choose("--bits", String(options.bits), ["64", "32", "16", "8"]);
	const isNumber = /^(0x[\da-fA-F]+|\d+)$/.test(options.start);
	if (!isNumber) diagnostics.push(badStart(options.start, options.bits));
	if (diagnostics.length > 0) return { ok: false, diagnostics };
	const { variant, producers, consumers, queries, size, tiny, hostile } = options;
	return {
		ok: true,
		warnings: [],
		value: {
			...DEFAULT_CONFIGURATION,
			variant,
			producers,
			consumers: consumer === "none" ? 0 : consumers,
			consumer,
			queries,
			records: records.ok ? records.value : [],
			size,
			tiny,
			hostile,
			nesting,
			bits: WIDTHS[bits],
			start: BigInt(options.start),
			settings,
			properties:
				options.property === undefined ? [] : options.property.split(",").map((name) => name.trim()),
		},
	};
}

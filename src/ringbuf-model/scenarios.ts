import { type Configuration, DEFAULT_CONFIGURATION, type Edit, submitted } from "./configuration.ts";
import * as edits from "./edits.ts";

/** What a scenario expects of a property on a model. */
export interface Expectation {
	readonly model: "lkmm" | "tso" | "sc" | "armv8";
	readonly property: string;
	readonly expected: "never" | "possible";
}

/** One configuration of a scenario. */
export interface ScenarioCase {
	/** What sets it apart from the scenario's others. */
	readonly label: string;
	readonly configuration: Configuration;
	readonly expectations: readonly Expectation[];
}

/** A question about the protocol whose answer is known. */
export interface Scenario {
	readonly name: string;
	readonly meaning: string;
	readonly cases: readonly ScenarioCase[];
}

/** A small ring; what it is about is added. */
const TINY: Configuration = { ...DEFAULT_CONFIGURATION, tiny: true, size: 32, producers: 1 };

function oneCase(
	label: string,
	changes: Partial<Configuration>,
	expectations: readonly (readonly [Expectation["model"], string, Expectation["expected"]])[],
): ScenarioCase {
	return {
		label,
		configuration: { ...TINY, ...changes },
		expectations: expectations.map(([model, property, expected]) => ({ model, property, expected })),
	};
}

/** A polling consumer, woken by edges, and a producer of two records. */
const EDGE: Partial<Configuration> = {
	consumer: "poll",
	size: 64,
	records: [submitted(0), submitted(0)],
	settings: new Map([["level_triggered", "0"]]),
};

const edge = (changed: readonly Edit[]): Partial<Configuration> => ({ ...EDGE, edits: changed });

/** All scenarios with a known answer, in the order of the protocol's description. */
export const SCENARIOS: readonly Scenario[] = [
	{
		name: "hostile-consumer-pos",
		meaning: "user space says that it has consumed what is still being written",
		cases: ["v5.8", "v6.10"].flatMap((variant) =>
			[
				{ size: 32, held: 16, next: 8 },
				{ size: 16, held: 8, next: 0 },
			].map(({ size, held, next }) =>
				oneCase(
					`${variant}, ${size} bytes`,
					{
						variant,
						consumers: 0,
						hostile: true,
						size,
						records: [{ ...submitted(held), end: "hold" }, submitted(next)],
					},
					[["lkmm", "overlap", variant === "v5.8" ? "possible" : "never"]],
				),
			),
		),
	},
	{
		name: "oversize",
		meaning: "a record is larger than the ring, and consumer_pos lies near its end",
		cases: ["v5.8-unchecked", "v5.8"].map((variant) =>
			oneCase(variant, { variant, consumers: 0, hostile: true, size: 16, records: [submitted(16)] }, [
				["lkmm", "overlap", variant === "v5.8" ? "never" : "possible"],
			]),
		),
	},
	{
		name: "commit-once",
		meaning: "the header is committed by WRITE_ONCE",
		cases: [
			oneCase("header only", { records: [submitted(0)], edits: [edits.COMMIT_ONCE] }, [
				["lkmm", "torn-payload", "never"],
			]),
			oneCase("with payload", { edits: [edits.COMMIT_ONCE] }, [["lkmm", "torn-payload", "possible"]]),
		],
	},
	{
		name: "commit-release",
		meaning: "the header is committed by a release instead of an exchange",
		cases: [oneCase("with payload", { edits: [edits.COMMIT_RELEASE] }, [["lkmm", "torn-payload", "never"]])],
	},
	{
		name: "consumer-pos-once",
		meaning: "consumer_pos is stored by WRITE_ONCE; the ring has room for one record, and two come",
		cases: [
			oneCase("WRITE_ONCE", { records: [submitted(16), submitted(16)], edits: [edits.CONSUMER_POS_ONCE] }, [
				["lkmm", "recycled", "possible"],
			]),
			oneCase("release", { records: [submitted(16), submitted(16)] }, [["lkmm", "recycled", "never"]]),
		],
	},
	{
		name: "wakeup-edge",
		meaning: "an edge-triggered poll: consumer_pos is released, then the next header is read",
		cases: [
			oneCase("as it is", edge([]), [
				["lkmm", "lost-wakeup", "possible"],
				["tso", "lost-wakeup", "possible"],
				["sc", "lost-wakeup", "never"],
			]),
			oneCase("the consumer has smp_mb", edge([edits.CONSUMER_MB]), [
				["lkmm", "lost-wakeup", "never"],
				["tso", "lost-wakeup", "never"],
			]),
			oneCase("smp_mb, but the commit is a release", edge([edits.CONSUMER_MB, edits.COMMIT_RELEASE]), [
				["lkmm", "lost-wakeup", "possible"],
			]),
		],
	},
	{
		name: "discard-no-wakeup",
		meaning: "a record is discarded without a wake-up, and the next submitted with the default",
		cases: [
			oneCase(
				"default",
				{
					...EDGE,
					settings: new Map(),
					records: [{ size: 0, end: "discard", wakeup: "none" }, submitted(0)],
				},
				[
					["sc", "lost-wakeup", "possible"],
					["lkmm", "lost-wakeup", "possible"],
				],
			),
		],
	},
	{
		name: "relaxed-consumer",
		meaning: "the consumer reads the header, or producer_pos, without acquire",
		cases: [
			oneCase("header", { edits: [edits.HEADER_ONCE] }, [["lkmm", "torn-payload", "possible"]]),
			oneCase("producer_pos", { edits: [edits.PRODUCER_POS_READ_ONCE] }, [["lkmm", "busy-read", "possible"]]),
			oneCase("as it is", {}, [
				["lkmm", "torn-payload", "never"],
				["lkmm", "busy-read", "never"],
			]),
		],
	},
	{
		name: "write-barrier",
		meaning: "a write barrier before the release of producer_pos changes nothing",
		cases: [true, false].map((has) =>
			oneCase(
				has ? "with smp_wmb" : "without",
				{ records: [submitted(8), submitted(0)], edits: has ? [edits.WRITE_BARRIER] : [] },
				["overlap", "busy-read", "torn-payload", "recycled", "order", "data-race"].map((property) => [
					"lkmm",
					property,
					"never",
				]),
			),
		),
	},
	{
		name: "avail",
		meaning: "how much there is to read, beside a consumer and a producer",
		cases: [
			oneCase("consumer_pos first", { queries: 1, records: [submitted(0), submitted(0)] }, [
				["lkmm", "avail-underflow", "never"],
			]),
			oneCase(
				"producer_pos first",
				{ queries: 1, records: [submitted(0), submitted(0)], edits: [edits.AVAIL_PRODUCER_FIRST] },
				[["lkmm", "avail-underflow", "possible"]],
			),
		],
	},
	{
		name: "user-ring-busy",
		meaning: "two drain the user ring, and there is one sample",
		cases: [
			oneCase(
				"smp_mb__before_atomic and atomic_set",
				{ variant: "user-v4", consumers: 2, edits: [edits.BUSY_CLEARED_BY_SET] },
				[
					["lkmm", "user-ring", "possible"],
					["sc", "user-ring", "never"],
					["tso", "user-ring", "never"],
				],
			),
			oneCase("atomic_set_release", { variant: "user-v4", consumers: 2 }, [["lkmm", "user-ring", "never"]]),
		],
	},
	{
		name: "re-entry",
		meaning: "a reservation is interrupted by another on the same processor",
		cases: [
			oneCase("v5.8", { variant: "v5.8", consumers: 0, nesting: "task" }, [["lkmm", "hang", "possible"]]),
			oneCase("v5.8 in NMI", { variant: "v5.8", consumers: 0, nesting: "nmi" }, [["lkmm", "hang", "never"]]),
			oneCase("v6.15", { variant: "v6.15", consumers: 0, nesting: "task" }, [["lkmm", "hang", "never"]]),
		],
	},
	{
		name: "wrapped-pending-pos",
		meaning: "pending_pos < producer_pos, with positions of eight bits that wrap",
		cases: [
			oneCase(
				"compared",
				{
					bits: 8,
					start: 240n,
					records: [submitted(8), submitted(8), submitted(8)],
					// The consumer must go on, for there to be room.
					edits: [edits.CONSUMER_DIFFERENCE],
				},
				[["lkmm", "wrap", "possible"]],
			),
			oneCase(
				"by their difference",
				{
					bits: 8,
					start: 240n,
					records: [submitted(8), submitted(8), submitted(8)],
					edits: [edits.PENDING_DIFFERENCE, edits.CONSUMER_DIFFERENCE],
				},
				[["lkmm", "wrap", "never"]],
			),
		],
	},
	{
		name: "wrapped-consumer-pos",
		meaning: "consumer_pos < producer_pos, with positions of eight bits that wrap",
		cases: [
			oneCase("compared", { bits: 8, start: 240n, variant: "v5.8", records: [submitted(8)] }, [
				["lkmm", "wrap", "possible"],
			]),
			oneCase(
				"by their difference",
				{
					bits: 8,
					start: 240n,
					variant: "v5.8",
					records: [submitted(8)],
					edits: [edits.CONSUMER_DIFFERENCE],
				},
				[["lkmm", "wrap", "never"]],
			),
		],
	},
];

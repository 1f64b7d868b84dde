import * as z from "zod";
import type { PackedCheckedTest, PackedUncheckedTest } from "../../report/gate/packed-outcome.ts";

const span = z.strictObject({ file: z.int().min(0), start: z.int().min(0), end: z.int().min(0) });
const diagnostic = z.strictObject({
	code: z.string(),
	severity: z.enum(["error", "warning"]),
	message: z.string(),
	hint: z.string().exactOptional(),
	span: span
		.extend({ macro: z.strictObject({ name: z.string(), span, definition: span }).exactOptional() })
		.exactOptional(),
});
const digits = z.string().regex(/^-?\d+$/);
const count = z.union([z.int().min(0), digits]);
const common = { file: z.string(), model: z.string(), seconds: z.number().min(0) };

/** One schema for each field, so that a field that is new is not forgotten: reports that have it would be refused. */
type Fields<T> = Readonly<Record<keyof T, z.ZodType>>;

const checked = z.strictObject({
	...common,
	status: z.enum(["pass", "fail", "incomplete"]),
	name: z.string(),
	settings: z.array(z.strictObject({ name: z.string(), value: digits })).exactOptional(),
	quantifier: z.enum(["exists", "~exists", "forall"]),
	holds: z.boolean().exactOptional(),
	observation: z.enum(["Never", "Sometimes", "Always"]),
	positive: count,
	negative: count,
	states: z.array(z.string()),
	flags: z.array(z.string()),
	properties: z
		.array(
			z.strictObject({
				name: z.string(),
				result: z.enum(["never", "possible", "open"]),
				state: z.string().exactOptional(),
			}),
		)
		.exactOptional(),
	deadlock: z.boolean().exactOptional(),
	partial: z.boolean().exactOptional(),
	expected: z.string().exactOptional(),
	expectedLine: z.int().min(1).exactOptional(),
	explored: z.strictObject({ executions: z.number(), deadEnds: z.number() }),
	remarks: z.array(z.string()),
	evidence: z.string().exactOptional(),
	replay: z.string().exactOptional(),
	warnings: z.array(diagnostic),
} satisfies Fields<PackedCheckedTest>);

const unchecked = z.strictObject({
	...common,
	status: z.literal("error"),
	name: z.string().exactOptional(),
	diagnostics: z.array(diagnostic).min(1),
} satisfies Fields<PackedUncheckedTest>);

const part = z
	.strictObject({
		index: z.int().min(1),
		count: z.int().min(1),
		run: z.string(),
		models: z.array(z.string()).min(1),
		notRun: z.int().min(0),
		wasInterrupted: z.boolean(),
		seconds: z.number().min(0),
		filter: z.string(),
		places: z.array(z.int().min(0)),
		rows: z.strictObject({
			files: z.array(z.tuple([z.string(), z.string()])),
			outcomes: z.array(z.union([checked, unchecked])),
		}),
	})
	.refine(({ index, count }) => index <= count, "there is no such part")
	.refine(
		({ places, models, rows }) => rows.outcomes.length === places.length * models.length,
		"there are not as many outcomes as tests and models",
	)
	.refine(({ rows }) => largestFile(rows.outcomes) < rows.files.length, "a place is in no file");

/** The JSON report of a part of a run; what is beside `part` in it is for other programs. */
export const partReport = z.object({ part });

/** The largest number of a file in any span, or -1. */
function largestFile(value: unknown): number {
	if (typeof value !== "object" || value === null) return -1;
	const own = "start" in value && "file" in value && typeof value.file === "number" ? value.file : -1;
	return Math.max(own, ...Object.values(value).map(largestFile));
}

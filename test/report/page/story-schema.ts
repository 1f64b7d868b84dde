import { z } from "zod";

const step = z.int().min(0);
const place = z.strictObject({ source: z.int().min(0), line: z.int().min(1), text: z.string() });
const baseEdge = z.strictObject({
	from: step,
	to: step,
	relation: z.string(),
	isInverse: z.boolean().optional(),
});

const reasonEdge = z.strictObject({
	from: step,
	to: step,
	names: z.array(z.string()),
	also: z.array(z.string()).optional(),
	isInverse: z.boolean().optional(),
	parts: z.array(baseEdge),
	get via() {
		return z.array(reasonEdge).optional();
	},
});

const reason = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("cycle"),
		cycles: z.array(
			z.strictObject({
				axiom: z.string(),
				test: z.enum(["acyclic", "irreflexive", "empty"]),
				edges: z.array(reasonEdge),
			}),
		),
	}),
	z.strictObject({
		kind: z.literal("race"),
		first: step,
		second: step,
		gaps: z.array(z.strictObject({ from: step, to: step, reached: step, missing: step })),
	}),
	z.strictObject({
		kind: z.literal("waits"),
		waits: z.array(
			z.strictObject({
				thread: z.int().min(0),
				cell: z.int().min(0),
				what: z.enum(["value", "lock"]),
				heldBy: step.optional(),
				lastRead: step.optional(),
				place: place.optional(),
			}),
		),
	}),
	z.strictObject({ kind: z.literal("values") }),
	z.strictObject({ kind: z.literal("circular") }),
]);

const frame = z.strictObject({
	size: z.int().min(1),
	start: z.int(),
	records: z.array(
		z.strictObject({
			pos: z.int(),
			end: z.int(),
			size: z.int(),
			thread: z.int().min(0),
			header: z.enum(["none", "busy", "ready", "discarded"]),
			isConsumed: z.boolean(),
			isOverwritten: z.boolean(),
		}),
	),
	positions: z.array(z.strictObject({ name: z.string(), at: z.int() })),
	lockedBy: z.int().min(0).optional(),
});

/** The shape of a story as JSON, version 1. */
export const storySchema = z.strictObject({
	"ringlit-story": z.literal(1),
	title: z.string(),
	model: z.string(),
	kind: z.enum(["allowed", "forbidden", "race", "deadlock", "property"]),
	headline: z.string(),
	remarks: z.array(z.string()),
	state: z.string(),
	replay: z.string().optional(),
	command: z.array(z.string()).optional(),
	threads: z.array(z.strictObject({ name: z.string(), role: z.string().optional() })),
	cells: z.array(
		z.strictObject({
			name: z.string(),
			initial: z.string(),
			writes: z.array(step),
			isShared: z.boolean(),
		}),
	),
	sources: z.array(z.strictObject({ path: z.string(), text: z.string() })),
	steps: z.array(
		z.strictObject({
			number: z.int().min(1),
			thread: z.int().min(0),
			index: z.int().min(0),
			kind: z.enum(["R", "W", "F"]),
			cell: z.int().min(0).optional(),
			value: z.string().optional(),
			tags: z.array(z.string()),
			place: place.optional(),
			from: step.optional(),
			partner: step.optional(),
			timing: z.enum(["inOrder", "late", "early"]),
			overtakes: z.array(step),
			notes: z.array(z.string()),
		}),
	),
	climax: step.optional(),
	reason: reason.optional(),
	edges: z.array(baseEdge).optional(),
	ring: z.array(frame).optional(),
	views: z.array(z.array(z.array(z.array(step)))).optional(),
});

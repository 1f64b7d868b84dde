import type { Model } from "../cat/model.ts";
import type { Execution } from "../execution/execution.ts";
import type { Program } from "../execution/program.ts";
import type { Reason } from "../execution/story/reason.ts";
import type { RingFrame } from "../execution/story/ring-frame.ts";
import type { Story, StoryKind } from "../execution/story/story.ts";
import { climaxOf } from "./climax-of.ts";
import { keptOrder } from "./kept-order.ts";
import { stepOrder } from "./step-order.ts";
import { type Telling, tellStory } from "./tell-story.ts";
import { viewsOf } from "./views.ts";

/** What stories are about. */
export interface Subject {
	/** The test's name, or a ring's configuration in words. */
	readonly title: string;
	readonly program: Program;
	readonly model: Model;
	/** As the user named it. */
	readonly modelName: string;
	/** What each thread is, where that is known. */
	readonly roles?: readonly (string | undefined)[];
	/** The words of the command that tells of it. */
	readonly command?: readonly string[];
	/** The ring before the first event of an order takes effect, and after each. */
	readonly ringOf?: (execution: Execution, order: readonly number[]) => readonly RingFrame[];
}

/** An execution and what is to be said of it. */
export interface Shown {
	readonly kind: StoryKind;
	readonly headline: string;
	readonly remarks: readonly string[];
	readonly execution: Execution;
	readonly replay?: string;
	/** Why it is as it is, in steps of the story. */
	readonly reason?: (telling: Telling) => Reason;
	/** Cells that the reason speaks of, beside those that are accessed. */
	readonly cells?: readonly number[];
	/** Events with the last of which it has happened. */
	readonly happening?: readonly number[];
	/** The property of the program that happens, by its place. */
	readonly property?: number;
}

const UNFAITHFUL =
	"no single order of the steps has all that the model keeps in order: writes reach threads and memory at different times";

/**
 * The story of an execution.
 * @param withViews whether to find out what threads may still read at each step, which takes longest
 */
export function composeStory(subject: Subject, shown: Shown, withViews: boolean): Story {
	const { title, program, model, modelName, roles = [], command, ringOf } = subject;
	const { kind, headline, remarks, execution, replay, reason, happening = [] } = shown;
	const order = stepOrder(execution, keptOrder(execution, model));
	const telling = tellStory(program, execution, order, shown.cells);
	const { told, numberOf } = telling;
	const property =
		shown.property === undefined ? [] : climaxOf(program, shown.property, execution, order.order);
	const climax = Math.max(0, ...[...happening, ...property].map(numberOf));
	const cells = told.cells.map(({ name }) => program.cells.findIndex((cell) => cell.name === name));
	return {
		title,
		model: modelName,
		kind,
		headline,
		remarks: order.isFaithful || kind === "forbidden" ? remarks : [...remarks, UNFAITHFUL],
		...told,
		threads: told.threads.map((thread, index) => {
			const role = roles[index];
			return role === undefined ? thread : { ...thread, role };
		}),
		...(replay !== undefined && { replay }),
		...(command !== undefined && { command }),
		...(climax > 0 && { climax }),
		...(reason !== undefined && { reason: reason(telling) }),
		...(ringOf !== undefined && { ring: ringOf(execution, order.order) }),
		...(withViews && { views: viewsOf(program, model, execution, order.order, cells) }),
	};
}

/** A story without an execution: nothing comes close to what was asked for. */
export function emptyStory(
	{ title, program, modelName, command }: Subject,
	{ headline, remarks, reason }: Pick<Story, "headline" | "remarks" | "reason">,
): Story {
	const { file } = program;
	const own = file.origin?.find(({ from }) => from.file.path === file.path)?.from.file ?? file;
	return {
		title,
		model: modelName,
		kind: "forbidden",
		headline,
		remarks,
		state: "",
		...(command !== undefined && { command }),
		threads: program.threads.map(({ index }) => ({ name: `P${index}` })),
		cells: [],
		sources: [{ path: own.path, text: own.text }],
		steps: [],
		...(reason !== undefined && { reason }),
	};
}

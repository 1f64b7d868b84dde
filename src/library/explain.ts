import { askOfTest } from "../cli/explain/ask-of-test.ts";
import { findReplayed, findStory } from "../cli/explain/find-story.ts";
import { identityOf } from "../cli/explain/identity-of.ts";
import { tellingCommand } from "../cli/explain/telling-command.ts";
import { withState } from "../cli/explain/with-state.ts";
import type { Story } from "../execution/story/story.ts";
import type { Subject } from "../explain/compose-story.ts";
import { parseReplay } from "../explain/replay-string.ts";
import { displayName } from "../report/display-name.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { badReplay, conflictingOptions, foreignReplay } from "../source/messages-cli.ts";
import type { CheckOptions } from "./check.ts";
import type { MemoryModel } from "./memory-model.ts";
import { modelOf } from "./model-handle.ts";
import { expectNumbers, waitingOn } from "./patience.ts";
import type { Test } from "./test.ts";
import { contentsOf } from "./test-handle.ts";

/** What is to be explained, and how long to look: 20 seconds by default. */
export interface ExplainOptions extends CheckOptions {
	/** A condition such as `1:r0=1 /\ x=2`, or a final state as a result's `states` have it; by default the test's own condition. */
	readonly state?: string;
	/** A property that the test names, or `data-race`. */
	readonly property?: string;
	/** An execution that an earlier story named by its `replay`. */
	readonly replay?: string;
	/** Whether the story says at each step what each thread may still read, which takes longest: it does not by default. */
	readonly views?: boolean;
}

/** A story, or why there is none: what was asked for is no question, or the search did not end. */
export type Explanation =
	| { readonly kind: "story"; readonly story: Story }
	| { readonly kind: "unknown"; readonly message: string }
	| { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

const SECONDS = 20;

/**
 * Explains an outcome: by the smallest execution that has it, or by why the model has none.
 * @throws TypeError for handles that are copies or of another thread
 */
export async function explain(
	test: Test,
	model: MemoryModel,
	options: ExplainOptions = {},
): Promise<Explanation> {
	const { state, property, replay, views = false, unroll = 4, symmetry = true } = options;
	const { program: own, file, load } = contentsOf(test);
	const refuse = (...diagnostics: Diagnostic[]): Explanation => ({ kind: "refused", diagnostics });
	if (state !== undefined && property !== undefined) return refuse(conflictingOptions("state", "property"));
	const loaded = state === undefined ? undefined : withState(file, state, load);
	if (loaded?.ok === false) return refuse(...loaded.diagnostics);
	const program = loaded?.value ?? own;
	const asked = askOfTest(program, property);
	if (!asked.ok) return refuse(...asked.diagnostics);

	const { settings = [] } = program;
	const subject: Subject = {
		title: displayName(program.name, settings),
		program,
		model: modelOf(model),
		modelName: model.name,
		// What is in angle brackets is no file that a command could read.
		...(!file.path.startsWith("<") && {
			command: tellingCommand({
				modelWords: model.name === "lkmm" ? [] : ["--model", model.name],
				settings,
				path: file.path,
				state,
				property,
			}),
		}),
	};
	const identity = identityOf(model.name, own);
	const replayed = replay === undefined ? undefined : parseReplay(replay, identity);
	if (replay !== undefined && replayed === undefined) return refuse(badReplay(replay));
	if (replayed === "foreign") return refuse(foreignReplay(replay ?? ""));
	expectNumbers({ unroll, timeout: options.timeout });
	const bounds = { unroll, symmetry, seconds: options.timeout ?? SECONDS, withViews: views };
	if (replayed !== undefined) {
		const story = findReplayed(subject, asked.value, replayed, views, identity);
		return story === undefined ? refuse(foreignReplay(replay ?? "")) : { kind: "story", story };
	}
	const finding = await findStory(subject, asked.value, bounds, identity, waitingOn(options));
	return finding.kind === "story" ? finding : { kind: "unknown", message: finding.text };
}

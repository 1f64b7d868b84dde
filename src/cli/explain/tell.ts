import type { Story } from "../../execution/story/story.ts";
import type { Subject } from "../../explain/compose-story.ts";
import { parseReplay } from "../../explain/replay-string.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { badReplay, foreignReplay } from "../../source/messages-cli.ts";
import { type BAD_INPUT, INCOMPLETE } from "../exit-code.ts";
import type { Shell } from "../shell.ts";
import type { Asked } from "./asked.ts";
import { deliverStory, needsViews } from "./deliver-story.ts";
import { findReplayed, findStory } from "./find-story.ts";
import type { TellingOptions } from "./options.ts";

/** What is told, and how far it is looked for. */
export interface Tale {
	readonly subject: Subject;
	readonly asked: Asked;
	/** What a replay string is to be of. */
	readonly identity: string;
	readonly unroll: number;
	readonly symmetry: boolean;
	/** Said beside what the story itself says. */
	readonly remarks?: readonly string[];
}

/**
 * Finds a story, or brings one back, and delivers it.
 * @param refuse tells the user what is wrong
 * @returns the exit code: 0, 2 on bad input, 3 if nothing was found in time
 */
export async function tell(
	{ subject, asked, identity, unroll, symmetry, remarks = [] }: Tale,
	options: TellingOptions,
	shell: Shell,
	refuse: (diagnostics: readonly Diagnostic[]) => typeof BAD_INPUT,
): Promise<number> {
	const withViews = needsViews(options, shell);
	const deliver = async (story: Story): Promise<number> => {
		const told = remarks.length === 0 ? story : { ...story, remarks: [...story.remarks, ...remarks] };
		const fault = await deliverStory(told, options, shell);
		return fault === undefined ? 0 : refuse([fault]);
	};
	if (options.replay !== undefined) {
		const replay = parseReplay(options.replay, identity);
		if (replay === undefined) return refuse([badReplay(options.replay)]);
		const story =
			replay === "foreign" ? undefined : findReplayed(subject, asked, replay, withViews, identity);
		return story === undefined ? refuse([foreignReplay(options.replay)]) : deliver(story);
	}
	const bounds = { unroll, symmetry, seconds: options.timeout, withViews };
	const finding = await findStory(subject, asked, bounds, identity, shell);
	if (finding.kind === "story") return deliver(finding.story);
	shell.writeError(`${finding.text}\n`);
	return INCOMPLETE;
}

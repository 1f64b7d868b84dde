import type { Story } from "../../execution/story/story.ts";
import { createPaint } from "../../report/paint.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { isColored } from "../is-colored.ts";
import type { Shell } from "../shell.ts";
import type { TellingOptions } from "./options.ts";

/** Columns of the text where the terminal is not narrower. */
const WIDTH = 80;

/** Whether a story is stepped through rather than printed. */
function isStepped(options: TellingOptions, shell: Shell): boolean {
	return options.interactive && shell.terminal !== undefined && formsOf(options).length === 0;
}

/** Whether some form is wanted that shows what threads may still read. */
export function needsViews(options: TellingOptions, shell: Shell): boolean {
	return isStepped(options, shell) || options.html !== undefined || options.json !== undefined;
}

/**
 * Writes a story in the forms that are wanted, as text if none is, or lets a reader step through it.
 * @returns what went wrong with a file; a file is written whole or not at all
 */
export async function deliverStory(
	story: Story,
	options: TellingOptions,
	shell: Shell,
): Promise<Diagnostic | undefined> {
	for (const { target, format } of formsOf(options)) {
		const text = `${(await format(story)).trimEnd()}\n`;
		if (target === true || target === "-") shell.write(text);
		else {
			const fault = shell.files.write(target, text);
			if (fault !== undefined) return fault;
		}
	}
	if (formsOf(options).length > 0) return undefined;
	const colored = isColored(options.color, shell.environment, shell.isTerminal);
	const { terminal } = shell;
	if (isStepped(options, shell) && terminal !== undefined && story.steps.length > 0) {
		const { viewStory } = await import("../../tui/view-story.ts");
		await viewStory(story, { ...terminal, isColored: colored });
		return undefined;
	}
	const { formatStory } = await import("../../report/story/format-story.ts");
	const width = Math.min(WIDTH, terminal?.stdout.columns ?? WIDTH);
	shell.write(`${formatStory(story, createPaint(colored), { all: options.all, width })}\n`);
	return undefined;
}

interface Form {
	readonly target: string | true;
	readonly format: (story: Story) => Promise<string>;
}

/** The forms other than plain text that are wanted; what makes each is loaded when it is made. */
function formsOf(options: TellingOptions): Form[] {
	const forms: readonly (readonly [string | true | undefined, Form["format"]])[] = [
		[
			options.mail,
			async (story) =>
				(await import("../../report/story/format-mail.ts")).formatMail(story, { all: options.all }),
		],
		[
			options.json,
			async (story) => (await import("../../report/page/format-story-json.ts")).formatStoryJson(story),
		],
		[options.dot, async (story) => (await import("../../report/page/format-dot.ts")).formatDot(story)],
		[options.svg, async (story) => (await import("../../report/page/format-svg.ts")).formatSvg(story)],
		[options.html, async (story) => (await import("../../report/page/format-page.ts")).formatPage(story)],
	];
	return forms.flatMap(([target, format]) => (target === undefined ? [] : [{ target, format }]));
}

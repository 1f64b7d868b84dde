import type { Span } from "../source/span.ts";
import type { Level } from "./level.ts";
import { removal } from "./removal.ts";
import { rewrite } from "./rewrite.ts";
import type { Alternative, Site, TextEdit } from "./site.ts";

const WEAKER: Partial<Record<Site["kind"], Partial<Record<Level, readonly Level[]>>>> = {
	load: { acquire: ["once", "plain"], once: ["plain"] },
	store: { release: ["once", "plain"], once: ["plain"] },
	update: {
		full: ["release", "acquire", "once"],
		"acq-rel": ["release", "acquire", "once"],
		acquire: ["once"],
		release: ["once"],
	},
	fence: { mb: ["wmb", "rmb", "none"], wmb: ["none"], rmb: ["none"], fence: ["none"] },
	lock: { lock: ["none"] },
	dependency: { dependency: ["none"] },
};

const STRONGER: Partial<Record<Site["kind"], Partial<Record<Level, readonly Level[]>>>> = {
	load: { plain: ["once", "acquire"], once: ["acquire"] },
	store: { plain: ["once", "release"], once: ["release"] },
	update: {
		once: ["acquire", "release", "full"],
		acquire: ["full"],
		release: ["full"],
		"acq-rel": ["full"],
	},
	fence: { wmb: ["mb"], rmb: ["mb"], none: ["wmb", "rmb", "mb"] },
};

/** The levels that a site could have instead, those that C has no form for left out. */
export function alternativesOf(
	kind: Site["kind"],
	level: Level,
	spans: readonly Span[],
): Pick<Site, "weaker" | "stronger"> {
	const offered = (levels: readonly Level[] = []): readonly Alternative[] =>
		levels.flatMap((to): Alternative[] => {
			if (kind === "dependency") return [{ to, edits: undefined, name: "nothing depends on it" }];
			// A place that one operator reads and writes can be no call.
			if (kind === "load" && spans.some(isReadAndWritten)) return [];
			const texts = spans.map((span) => ({ span, text: rewrite(textOf(span), kind, to) }));
			const name = kind === "lock" ? "nothing" : nameOf(to, texts[0].text);
			if (spans.some((span) => "macro" in span)) return [{ to, edits: undefined, name }];
			const edits = texts.flatMap(({ span, text }): TextEdit[] =>
				text === undefined ? [] : [text === "" ? removal(span) : { span, text }],
			);
			return edits.length < texts.length ? [] : [{ to, edits, name }];
		});
	return { weaker: offered(WEAKER[kind]?.[level]), stronger: offered(STRONGER[kind]?.[level]) };
}

function textOf({ file, start, end }: Span): string {
	return file.text.slice(start, end);
}

/** Whether a place stands beside `++`, `--` or an assignment such as `+=`; parentheses around it count as nothing. */
function isReadAndWritten({ file, start, end }: Span): boolean {
	const before = file.text.slice(0, start).replace(/[\s(]+$/, "");
	const after = file.text.slice(end).replace(/^[\s)]+/, "");
	return /(?:\+\+|--)$/.test(before) || /^(?:\+\+|--|(?:<<|>>|[-+*/%&|^])=)/.test(after);
}

function nameOf(to: Level, text: string | undefined): string {
	if (to === "plain") return "a plain access";
	if (to === "none") return text ? text.replace(/\([\s\S]*$/, "") : "nothing";
	const order = text?.match(/__ATOMIC_\w+/)?.[0];
	return order ?? text?.replace(/\([\s\S]*$/, "") ?? to;
}

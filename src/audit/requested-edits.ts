import type { Diagnostic } from "../source/diagnostic.ts";
import { badChange, changeInMacro, noOrderingAt, noSuchLevel } from "../source/messages-audit.ts";
import type { Result } from "../source/result.ts";
import { placeName } from "./place-name.ts";
import type { Site, TextEdit } from "./site.ts";

/**
 * What has to be written for changes that a user asks for.
 * @param requests `28:10=once`; the column may be left out where the line has one ordering that can become that
 * @param test the path of the test's own text, whose places need no file
 */
export function requestedEdits(
	requests: readonly string[],
	sites: readonly Site[],
	test: string,
): Result<readonly TextEdit[]> {
	const diagnostics: Diagnostic[] = [];
	const edits: TextEdit[] = [];
	for (const request of requests) {
		const [, place, level] = /^(\S*\d)=([\w-]+)$/.exec(request.trim()) ?? [];
		if (place === undefined) {
			diagnostics.push(badChange(request));
			continue;
		}
		const at = sites.filter(({ spans }) =>
			spans.some((span) => {
				const name = placeName(span, test);
				return name === place || name.replace(/:\d+$/, "") === place;
			}),
		);
		const options = at.flatMap((site) =>
			[...site.weaker, ...site.stronger].map((alternative) => ({ site, alternative })),
		);
		const chosen = options.filter(({ alternative }) => alternative.to === level);
		if (options.length === 0) diagnostics.push(noOrderingAt(place, nearestPlace(place, sites, test)));
		else if (chosen.length !== 1) {
			const names = [...new Set(options.map(({ alternative }) => alternative.to))];
			diagnostics.push(
				chosen.length === 0 ? noSuchLevel(level, names, options[0].site.spans[0]) : badChange(request),
			);
		} else if (chosen[0].alternative.edits === undefined)
			diagnostics.push(changeInMacro(chosen[0].site.spans[0]));
		else edits.push(...chosen[0].alternative.edits);
	}
	return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: edits, warnings: [] };
}

function nearestPlace(place: string, sites: readonly Site[], test: string): string | undefined {
	const split = (name: string): readonly [file: string, line: number] => {
		const [, file = "", line = "0"] = /^(?:(.*[^:\d].*?):)?(\d+)(?::\d+)?$/.exec(name) ?? [];
		return [file, Number(line)];
	};
	const [file, line] = split(place);
	let best: { readonly name: string; readonly distance: number } | undefined;
	for (const { spans, weaker, stronger } of sites) {
		if (weaker.length + stronger.length === 0) continue;
		for (const span of spans) {
			const name = placeName(span, test);
			const [other, at] = split(name);
			const distance = Math.abs(at - line);
			if (other === file && (best === undefined || distance < best.distance)) best = { name, distance };
		}
	}
	return best?.name;
}

import type { Program } from "../../execution/program.ts";
import type { Pairs, Role } from "../../explain/pairs/find-pairs.ts";
import type { Ordering } from "../../explain/pairs/ordering.ts";
import type { Outcome } from "../../explain/pairs/outcomes.ts";
import { lineColumn } from "../../source/line-column.ts";
import { originalSpan } from "../../source/original-span.ts";
import { displayName } from "../display-name.ts";
import { formatProposition } from "../format-proposition.ts";
import type { Paint } from "../paint.ts";
import { blockComment, wrapWords } from "./block-comment.ts";
import { enclosingFunction } from "./enclosing-function.ts";

const WIDTH = 80;
const INDENT = "    ";

/**
 * What each ordering of a test pairs with, as comments that can be put beside it in a kernel's source, and what happens without it. No line feed
 * at the end.
 * @param model as the user named it
 */
export function formatPairs(program: Program, pairs: Pairs, model: string, paint: Paint): string {
	const { outcomes, possible, roles } = pairs;
	const words = outcomes.map((outcome) => outcomeWords(program, outcome));
	const lines = [
		`${paint.strong(displayName(program.name, program.settings))}  ${paint.quiet(`(${model})`)}`,
	];
	for (const [number, outcome] of words.entries()) {
		const missed = pairs.isExact ? "never" : "not found, but the search did not end";
		const found = possible.includes(number) ? "can happen as the test is" : missed;
		lines.push(...wrapWords(`${outcome}: ${found}`, "  ", WIDTH));
	}
	for (const role of roles) {
		lines.push("", ...headingOf(role.ordering, paint), ...roleLines(role));
	}
	if (roles.length === 0) lines.push("", "Nothing in this test could be weaker.");
	if (!pairs.isComplete)
		lines.push("", ...wrapWords("Some search did not end: more may depend on these orderings.", "", WIDTH));
	if (pairs.lacksDependencies)
		lines.push(
			"",
			...wrapWords("There are too many values in this test to find out about dependencies.", "", WIDTH),
		);
	return lines.join("\n");

	function roleLines({ prevents, partners, seen, isComplete }: Role): string[] {
		const without = wrapWords(`without it: ${prevents.map((one) => words[one]).join("; ")}`, INDENT, WIDTH);
		if (partners.length > 0)
			return [
				...blockComment(
					`pairs with ${listed(namesOf(partners.map(({ ordering }) => ordering)))}`,
					INDENT,
					WIDTH,
				),
				...without,
			];
		const others = seen.length === 0 ? "" : listed(namesOf(seen));
		if (prevents.length > 0) {
			const partner =
				others === ""
					? "No other ordering that could be weaker is what it pairs with."
					: `It pairs with ${others}, which something else backs up.`;
			return [...wrapWords(partner, INDENT, WIDTH), ...without];
		}
		const idle = isComplete
			? "Nothing that this test asks for depends on it."
			: "Nothing was found to depend on it, but the search did not end.";
		return wrapWords(others === "" ? idle : `${idle} It communicates with ${others}.`, INDENT, WIDTH);
	}

	/** Each ordering by its primitive and function; by all of its text where others have the same. */
	function namesOf(numbers: readonly number[]): string[] {
		const names = numbers.map((number) => {
			const { ordering } = roles[number];
			const short = shortName(ordering);
			const isShared = roles.some((other, at) => at !== number && shortName(other.ordering) === short);
			return isShared ? longName(ordering) : short;
		});
		return [...new Set(names)];
	}
}

function outcomeWords(program: Program, outcome: Outcome): string {
	switch (outcome.kind) {
		case "condition":
			return `(${formatProposition(program, outcome.proposition)})`;
		case "property":
			return outcome.name;
		case "race":
			return "a data race";
	}
}

function headingOf(ordering: Ordering, paint: Paint): string[] {
	const { file, start } = originalSpan(ordering.span);
	const place = `${file.path.replace(/^.*\//, "")}:${lineColumn(file, start).line}`;
	const [first, ...rest] = wrapWords(longName(ordering), "", WIDTH);
	return [paint.quiet(place), paint.strong(first), ...rest];
}

/** `smp_load_acquire() in consumer()`. */
function shortName(ordering: Ordering): string {
	if (ordering.kind === "dependency") return longName(ordering);
	return `${textOf(ordering).replace(/\(.*$/s, "")}()${placeWords(ordering)}`;
}

function longName(ordering: Ordering): string {
	const text = textOf(ordering);
	return `${ordering.kind === "dependency" ? `the dependency on ${text}` : text}${placeWords(ordering)}`;
}

function textOf({ span }: Ordering): string {
	const { file, start, end } = originalSpan(span);
	return file.text.slice(start, end).replace(/\s+/g, " ");
}

function placeWords({ span, at }: Ordering): string {
	const { file, start } = originalSpan(span);
	const threads = [...new Set(at.map(({ thread }) => `P${thread}`))];
	const name = enclosingFunction(file, start);
	// A process is told by its number: its heading may stand for several.
	if (name === undefined || /^P\d*$/.test(name)) return ` in ${listed(threads)}`;
	return ` in ${name}()`;
}

function listed(items: readonly string[]): string {
	if (items.length < 2) return items.join("");
	return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

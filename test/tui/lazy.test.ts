import { expect, test } from "vitest";
import { readSources, withoutComments } from "../architecture/read-sources.ts";

const sources = readSources();

test("only the shell draws on terminals", () => {
	const drawing = sources.filter(({ outside }) =>
		outside.some((name) => /^(?:ink|react)(?:\/|$)/.test(name)),
	);
	expect(drawing.map(({ path }) => path)).toEqual(["tui/shell.ts"]);
});

test("the shell is loaded when a viewer opens, and not before", () => {
	const users = sources.filter(({ imports }) => imports.includes("tui/shell.ts"));
	expect(users.map(({ path }) => path)).toEqual(["tui/view-story.ts"]);
	expect(withoutComments(users[0].text)).toContain('await import("./shell.ts")');
	expect(users[0].text).not.toMatch(/^import (?!type\b)/m);
});

import { printValue } from "../../checker/final-state.ts";
import type { Declaration } from "../declaration.ts";
import { fence } from "../markdown.ts";
import type { TestAnalysis } from "./analysis.ts";
import { usersOf } from "./users-of.ts";

/** Locations of one variable whose initial values are listed. */
const MOST_CELLS = 8;

function initialValues(name: string, { program }: TestAnalysis): string | undefined {
	if (program === undefined) return undefined;
	const object = program.objects.findIndex((one) => one.name === name);
	const cells = program.cells.filter((cell) => cell.object === object);
	if (object < 0 || cells.length === 0) return undefined;
	if (cells[0].isLock) return "A spinlock, free at first.";
	const [first] = cells;
	if (cells.length === 1) return `Initially \`${printValue(program, first.initial)}\`.`;
	const listed = cells
		.slice(0, MOST_CELLS)
		.map((cell) => `${cell.name}=${printValue(program, cell.initial)}`);
	const more = cells.length > MOST_CELLS ? `, and ${cells.length - MOST_CELLS} more` : "";
	return `Initially \`${listed.join("; ")}\`${more}.`;
}

/** Whether a declaration is of memory that threads share: a process's parameter is the shared variable of its name. */
function isShared({ kind, process }: Declaration): boolean {
	if (kind === "parameter") return process !== undefined;
	return kind === "variable" || (kind === "initial" && process === undefined);
}

/** A declared name, in Markdown: how it is declared, and of a shared variable what it starts with and who uses it. */
export function describeDeclaration(declaration: Declaration, analysis: TestAnalysis): string {
	const { name, text, kind, process } = declaration;
	const lines = [fence("c", text)];
	if (isShared(declaration)) {
		const values = initialValues(name, analysis);
		if (values !== undefined) lines.push(values);
		const users = analysis.syntax === undefined ? [] : usersOf(name, analysis.syntax);
		if (users.length > 0) lines.push(`Shared; used by ${users.join(", ")}.`);
	} else if (kind === "local" && process !== undefined) lines.push(`Local to P${process}.`);
	return lines.join("\n\n");
}

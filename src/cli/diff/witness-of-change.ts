import type { Change, ChangeWitness } from "../../report/diff/difference.ts";
import { shellWord } from "../../report/shell-word.ts";
import { askOfTest, RACE } from "../explain/ask-of-test.ts";
import { identityOf } from "../explain/identity-of.ts";
import { tellingCommand } from "../explain/telling-command.ts";
import { withState } from "../explain/with-state.ts";
import type { Shell } from "../shell.ts";
import type { CheckedSide, DiffBounds } from "./check-side.ts";
import { findWitness } from "./find-witness.ts";

/** Seconds for which a witness is looked for where no other bound is given. */
const SECONDS = 20;

/**
 * The command that tells an execution with what one side of a comparison has, and where it `isSought`, that execution's state and its replay
 * string.
 */
export async function witnessOfChange(
	{ side, file, program, load, findings }: CheckedSide,
	{ sort, name }: Change,
	isSought: boolean,
	bounds: DiffBounds,
	shell: Shell,
): Promise<ChangeWitness> {
	const { model, modelWords, printedBy } = side;
	const path = printedBy?.name ?? side.path;
	const settings = program.settings ?? [];
	const command = (words: readonly string[], replay?: string): string => {
		const all = [...words, ...(replay === undefined ? [] : ["--replay", replay])].map(shellWord).join(" ");
		if (printedBy === undefined) return all;
		return `${printedBy.words.map(shellWord).join(" ")} > ${shellWord(path)} && ${all}`;
	};
	if (sort === "flag" && name !== RACE)
		return { command: command(["ringlit", "check", ...modelWords, path]) };
	const asked =
		sort === "state"
			? { state: name }
			: sort === "deadlock"
				? {}
				: { property: sort === "flag" ? RACE : name };
	const words = tellingCommand({ modelWords, settings, path, ...asked });
	const bare: ChangeWitness = { command: command(words), ...(sort === "state" && { state: name }) };
	if (!isSought || sort === "deadlock" || findings.limits.includes("interrupted")) return bare;

	const loaded = sort === "state" ? withState(file, name, load) : undefined;
	if (loaded?.ok === false) return bare;
	const subject = loaded?.value ?? program;
	const wanted = askOfTest(subject, asked.property);
	if (!wanted.ok) return bare;
	const { unroll, symmetry, timeout = SECONDS } = bounds;
	const found = await findWitness(
		subject,
		model.model,
		wanted.value.wanted,
		{ unroll, symmetry, timeoutSeconds: timeout },
		identityOf(model.name, program),
		shell,
	);
	if (found === undefined) return bare;
	const { replay, ...shown } = found;
	return { command: command(words, replay), ...shown };
}

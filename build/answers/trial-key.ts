import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { applyEdits } from "../../src/ringbuf-model/apply-edits.ts";
import { composeTest } from "../../src/ringbuf-model/compose-test.ts";
import type { QuestionModel, Trial } from "../../src/ringbuf-model/questions/question.ts";
import { SOURCES } from "../../src/ringbuf-model/sources.ts";
import { variantNamed } from "../../src/ringbuf-model/variants.ts";

/** Code that says what the properties are. */
const JUDGES = ["properties", "history.ts", "property-table.ts", "ring-program.ts", "word-of.ts"];

/**
 * Names what a check's outcome hangs on: the test with all sources that it includes, as changed, the configuration, the
 * shipped models, and the code of the properties. The search is not part of it: what it may not
 * change is held by tests of its own.
 * @param root of the repository
 */
export function createTrialKey(
	root: URL,
): (trial: Trial, model: QuestionModel, asksForPairs: boolean) => string {
	const folder = new URL("src/ringbuf-model/", root);
	const judges = JUDGES.flatMap((name) =>
		name.endsWith(".ts") ? [name] : readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`),
	)
		.sort()
		.map((path) => readFileSync(new URL(path, folder), "utf8"));
	const rest = createHash("sha256")
		.update(JSON.stringify([judges, modelTexts(root)]))
		.digest("hex");
	return ({ configuration, properties }, model, asksForPairs) => {
		const variant = variantNamed(configuration.variant);
		if (variant === undefined) throw new Error(`there is no variant ${configuration.variant}`);
		const test = composeTest(configuration, variant);
		const sources = applyEdits(SOURCES, configuration.edits);
		const texts = closure(test, /^#include "([^"]+)"/gm, (name) => sources.get(name)?.text ?? "");
		const { bits, start, size } = configuration;
		const facts = [texts, rest, model, bits, String(start), size, properties, asksForPairs];
		return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);
	};
}

/** All files of the shipped models: which of them a model takes in is for those who load it to know. */
function modelTexts(root: URL): readonly string[] {
	const folder = new URL("models/", root);
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name)
		.sort()
		.map((name) => readFileSync(new URL(name, folder), "utf8"));
}

/** A text and all that it includes, each once. */
function closure(text: string, include: RegExp, read: (name: string) => string): readonly string[] {
	const names = new Set<string>();
	const texts = [text];
	for (const one of texts)
		for (const [, name] of one.matchAll(include))
			if (!names.has(name)) {
				names.add(name);
				texts.push(read(name));
			}
	return texts;
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { WHOLE } from "../../../src/checker/sharing/parted-search.ts";
import { startCheck } from "../../../src/checker/start-check.ts";
import type { Files } from "../../../src/cli/files.ts";
import { readCheckpoint, writeCheckpoint } from "../../../src/cli/long-run/checkpoint-file.ts";
import { identityOf } from "../../../src/cli/long-run/identity-of.ts";
import type { LongSubject } from "../../../src/cli/long-run/subject.ts";
import { loadProgram } from "../../../src/litmus/load-program.ts";
import { shippedModel } from "../../oracle/shipped-model.ts";
import { memoryFiles } from "../memory-shell.ts";

const TEST = `C three
{}
P0(int *x, int *y) { WRITE_ONCE(*x, 1); int r0 = READ_ONCE(*y); }
P1(int *x, int *y) { WRITE_ONCE(*y, 1); int r0 = READ_ONCE(*x); }
P2(int *x, int *y) { WRITE_ONCE(*x, 2); WRITE_ONCE(*y, 2); }
exists (0:r0=0 /\\ 1:r0=0)
`;

function subjectOf(text: string, modelName = "sc", unroll = 4): LongSubject {
	const loaded = loadProgram({ path: "<checkpoint>", text });
	if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
	const model = shippedModel(modelName);
	return { title: loaded.value.name, program: loaded.value, model, modelName, options: { unroll } };
}

/** Files that keep what is written. */
function keepingFiles(): Files & { readonly texts: Map<string, string> } {
	const texts = new Map<string, string>();
	const now = (): Files => memoryFiles(Object.fromEntries(texts));
	return {
		texts,
		kind: (path) => now().kind(path),
		list: (path) => now().list(path),
		read: (path, limit) => now().read(path, limit),
		write(path, text) {
			texts.set(path, text);
			return undefined;
		},
	};
}

function standing(subject: LongSubject) {
	const run = startCheck(subject.program, subject.model, subject.options);
	run.advance(1000, 9);
	return { done: WHOLE.done, open: [run.save()] };
}

test("what was written is read again", () => {
	const subject = subjectOf(TEST);
	const files = keepingFiles();
	const search = standing(subject);
	expect(search.open[0].frames.length).toBeGreaterThan(1);
	expect(writeCheckpoint("a", identityOf(subject), search, files)).toBeUndefined();
	const read = readCheckpoint("a", identityOf(subjectOf(TEST)), files);
	expect(read).toEqual({ ok: true, value: search, warnings: [] });
});

test("a file that was changed or cut anywhere is refused", () => {
	const subject = subjectOf(TEST);
	const files = keepingFiles();
	writeCheckpoint("a", identityOf(subject), standing(subject), files);
	const text = files.texts.get("a") ?? "";
	const end = text.length - 1;
	fc.assert(
		fc.property(fc.nat(end - 1), fc.boolean(), fc.constantFrom("A", "z", "\n", "\0"), (at, isCut, other) => {
			const changed = isCut ? text.slice(0, at) : text.slice(0, at) + other + text.slice(at + 1);
			fc.pre(changed !== text);
			files.texts.set("b", changed);
			const read = readCheckpoint("b", identityOf(subject), files);
			expect(read).toMatchObject({ ok: false, diagnostics: [{ code: "checkpoint-damaged" }] });
		}),
	);
});

test("a checkpoint of something else is refused, and it is said of what", () => {
	const files = keepingFiles();
	const subject = subjectOf(TEST);
	writeCheckpoint("a", identityOf(subject), standing(subject), files);
	const others: readonly (readonly [LongSubject, RegExp])[] = [
		[subjectOf(TEST.replace("C three", "C four")), /another test/],
		[subjectOf(TEST.replace("*y, 2", "*y, 3")), /another version/],
		[subjectOf(TEST.replace("exists (", "exists (~")), /another version/],
		[subjectOf(TEST, "tso"), /another memory model/],
		[subjectOf(TEST, "sc", 5), /other options: --unroll 4/],
	];
	for (const [other, message] of others) {
		const read = readCheckpoint("a", identityOf(other), files);
		expect(read).toMatchObject({ ok: false, diagnostics: [{ code: "checkpoint-foreign" }] });
		expect(read.ok ? "" : read.diagnostics[0].message).toMatch(message);
	}
	const elsewhere = { ...identityOf(subject), build: "another" };
	expect(readCheckpoint("a", elsewhere, files)).toMatchObject({ ok: false });
});

import { PassThrough, Writable } from "node:stream";
import { expect, test } from "vitest";
import { viewStory } from "../../src/tui/view-story.ts";
import { mp } from "./stories.ts";

/** Enough of a terminal's input for the viewer. */
class Input extends PassThrough {
	readonly isTTY = true;
	isRaw = false;
	setRawMode(isRaw: boolean): this {
		this.isRaw = isRaw;
		return this;
	}
	ref(): this {
		return this;
	}
	unref(): this {
		return this;
	}
}

/** Enough of a terminal's output. */
class Output extends Writable {
	readonly isTTY = true;
	columns = 80;
	rows = 24;
	text = "";
	constructor() {
		super({
			write: (chunk, _, done) => {
				this.text += chunk;
				done();
			},
		});
	}
}

function open(signal?: AbortSignal): { input: Input; output: Output; closed: Promise<void> } {
	const input = new Input();
	const output = new Output();
	const closed = viewStory(mp, {
		stdin: input as unknown as NodeJS.ReadStream,
		stdout: output as unknown as NodeJS.WriteStream,
		isColored: false,
		...(signal && { signal }),
	});
	return { input, output, closed };
}

async function until(isDone: () => boolean): Promise<void> {
	while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function expectRestored(input: Input, output: Output): void {
	expect(input.isRaw).toBe(false);
	expect(output.text.endsWith("\u001b[?25h\u001b[?1049l")).toBe(true);
	expect(output.listenerCount("resize")).toBe(0);
	expect(["end", "error", "readable"].map((event) => input.listeners(event).length)).toEqual(
		["end", "error", "readable"].map((event) => new Input().listeners(event).length),
	);
}

test("the viewer opens a screen of its own and leaves nothing behind", async () => {
	const { input, output, closed } = open();
	await until(() => output.text.includes("step 0 of 4"));
	expect(output.text.startsWith("\u001b[?1049h\u001b[?25l")).toBe(true);
	expect(input.isRaw).toBe(true);
	input.write("q");
	await closed;
	expectRestored(input, output);
});

test("only lines that change are written", async () => {
	const { input, output, closed } = open();
	await until(() => output.text.includes("step 0 of 4"));
	const before = output.text.length;
	input.write("n");
	await until(() => output.text.includes("step 1 of 4"));
	const update = output.text.slice(before);
	expect(update).toContain("▶ 1 P0");
	expect(update).not.toContain("P1 sees the flag and not the data\n");
	expect(update).not.toContain("\u001b[2J");
	expect(update).not.toContain("q quit");
	input.write("q");
	await closed;
});

test("input that ends ends the viewing", async () => {
	const { input, output, closed } = open();
	await until(() => output.text.includes("step 0 of 4"));
	input.end();
	await closed;
	expectRestored(input, output);
});

test("input that breaks ends the viewing", async () => {
	const { input, output, closed } = open();
	await until(() => output.text.includes("step 0 of 4"));
	input.destroy(new Error("EIO"));
	await closed;
	expect(output.text.endsWith("\u001b[?25h\u001b[?1049l")).toBe(true);
});

test("a signal ends the viewing, also one that came before", async () => {
	const controller = new AbortController();
	const { input, output, closed } = open(controller.signal);
	await until(() => output.text.includes("step 0 of 4"));
	controller.abort();
	await closed;
	expectRestored(input, output);
	const late = open(AbortSignal.abort());
	await late.closed;
	expectRestored(late.input, late.output);
});

test("a second viewer on the same terminal works as the first", async () => {
	const controller = new AbortController();
	const { output, closed } = open(controller.signal);
	await until(() => output.text.includes("step 0 of 4"));
	controller.abort();
	await closed;
	const { input, output: other, closed: again } = open();
	await until(() => other.text.includes("step 0 of 4"));
	input.write("vq");
	await again;
	expect(other.text).toContain("step 3 of 4");
});

import { expect, test } from "vitest";
import { framesOn } from "../../src/tui/frames.ts";

function open(): {
	terminal: { columns: number; rows: number };
	frames: ReturnType<typeof framesOn>;
	take(): string;
} {
	let written = "";
	const terminal = {
		columns: 20,
		rows: 3,
		write(text: string, done?: () => void): boolean {
			written += text;
			done?.();
			return true;
		},
	};
	const frames = framesOn(terminal as unknown as NodeJS.WriteStream);
	frames.open();
	const take = (): string => {
		const taken = written.replaceAll("\u001b[", "^");
		written = "";
		return taken;
	};
	take();
	return { terminal, frames, take };
}

test("the first picture is written whole, later ones as far as they differ", () => {
	const { frames, take } = open();
	frames.stream.write("one\ntwo\nthree");
	expect(take()).toBe("^2J^1;1H^Kone^2;1H^Ktwo^3;1H^Kthree");
	frames.stream.write("one\n2\nthree");
	expect(take()).toBe("^2;1H^K2");
	frames.stream.write("one\n2\nthree");
	expect(take()).toBe("");
	frames.stream.write("one");
	expect(take()).toBe("^2;1H^K^3;1H^K");
});

test("a terminal of another size gets a whole picture, without lines that it has no row for", () => {
	const { terminal, frames, take } = open();
	frames.stream.write("one\ntwo\nthree");
	take();
	terminal.rows = 2;
	frames.stream.write("one\ntwo\nthree");
	expect(take()).toBe("^2J^1;1H^Kone^2;1H^Ktwo");
	terminal.rows = 4;
	frames.stream.write("one\ntwo\nthree\nfour");
	expect(take()).toBe("^2J^1;1H^Kone^2;1H^Ktwo^3;1H^Kthree^4;1H^Kfour");
});

test("what ink writes beside pictures is left out, and whoever waits for a write is told", () => {
	const { frames, take } = open();
	frames.stream.write("\u001b[?25h");
	expect(take()).toBe("");
	let told = 0;
	frames.stream.write("", () => told++);
	expect(told).toBe(1);
});

test("closing restores the terminal once, and ends the pictures", () => {
	const { frames, take } = open();
	frames.close();
	expect(take()).toBe("^?25h^?1049l");
	frames.close();
	frames.stream.write("late");
	expect(take()).toBe("");
});

test("all but writing is the terminal's own", () => {
	const { terminal, frames } = open();
	terminal.columns = 77;
	expect(frames.stream.columns).toBe(77);
});

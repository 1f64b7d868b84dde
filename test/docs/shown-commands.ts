/** A command that a document shows, with what it prints there. */
export interface ShownCommand {
	/** In the document, from 1. */
	readonly line: number;
	readonly words: readonly string[];
	/** Where its output begins, from 1. */
	readonly outputLine: number;
	/** A line `...` stands for any number of lines. */
	readonly output: readonly string[];
	/** Why it is not run. */
	readonly skipped?: string;
}

const PROMPT = "$ ";

/**
 * The commands of ringlit in a document's code blocks, fenced or indented: a line that begins with a prompt, lines that go on after a backslash,
 * then the output until the next prompt or the block's end. A comment before a block leaves it out: `<!-- not run: why -->`.
 */
export function shownCommands(markdown: string): ShownCommand[] {
	return blocksOf(markdown.split("\n")).flatMap(({ line: first, lines, skipped }) => {
		const commands: ShownCommand[] = [];
		for (let at = 0; at < lines.length; ) {
			const line = first + at;
			let command = lines[at++];
			if (!command.startsWith(`${PROMPT}ringlit`)) continue;
			while (command.endsWith("\\") && at < lines.length)
				command = `${command.slice(0, -1)}${lines[at++].trim()}`;
			const outputLine = first + at;
			const output: string[] = [];
			while (at < lines.length && !lines[at].startsWith(PROMPT)) output.push(lines[at++].trimEnd());
			while (output.at(-1) === "") output.pop();
			const words = shellWords(command.slice(PROMPT.length));
			commands.push({ line, words, outputLine, output, ...(skipped !== undefined && { skipped }) });
		}
		return commands;
	});
}

interface Block {
	readonly line: number;
	readonly lines: string[];
	readonly skipped?: string;
}

function blocksOf(lines: readonly string[]): Block[] {
	const blocks: Block[] = [];
	let remark: string | undefined;
	const begin = (line: number): string[] => {
		const block: Block = { line, lines: [], ...(remark !== undefined && { skipped: remark }) };
		blocks.push(block);
		remark = undefined;
		return block.lines;
	};
	for (let at = 0; at < lines.length; at++) {
		const fence = /^```/.test(lines[at]);
		if (fence) {
			const block = begin(at + 2);
			while (++at < lines.length && !/^```/.test(lines[at])) block.push(lines[at]);
		} else if (/^ {4}\S/.test(lines[at]) && (at === 0 || lines[at - 1] === "")) {
			const block = begin(at + 1);
			while (at < lines.length && /^(?: {4}|\s*$)/.test(lines[at])) block.push(lines[at++].slice(4));
			at--;
		} else if (lines[at].trim() !== "") remark = /^<!-- not run: (.+) -->$/.exec(lines[at])?.[1];
	}
	return blocks;
}

/** The words of a command line with single quotes. */
function shellWords(command: string): string[] {
	const words = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
	return words.map((word) => word.replaceAll("'", ""));
}

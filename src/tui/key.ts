/**
 * A key: `left`, `right`, `up`, `down`, `pageup`, `pagedown`, `home`, `end`, `tab`, `shift-tab`, `enter`, `backspace`, `escape`, `ctrl-c`, `ctrl-d`, or the
 * character that it types. Any other text is a key that means nothing.
 */
export type Key = string;

/** What is known of a chunk of input besides its text: flags as ink names them. */
export interface InputFlags {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly leftArrow: boolean;
	readonly rightArrow: boolean;
	readonly pageDown: boolean;
	readonly pageUp: boolean;
	readonly home: boolean;
	readonly end: boolean;
	readonly return: boolean;
	readonly escape: boolean;
	readonly ctrl: boolean;
	readonly shift: boolean;
	readonly tab: boolean;
	readonly backspace: boolean;
	readonly delete: boolean;
	readonly meta: boolean;
}

const TYPED: Readonly<Record<string, Key>> = {
	"\t": "tab",
	"\r": "enter",
	"\n": "enter",
	"\b": "backspace",
	"\u007f": "backspace",
	"\u0003": "ctrl-c",
	"\u0004": "ctrl-d",
};

const ESCAPED = /^(?:\[[\d;:<=>?]*[A-Za-z~^$]|O[A-Za-z])$/;

/**
 * The key that an escape was the beginning of, if the input after it says so. A slow line may bring the rest of what a terminal sends for a key so late that
 * ink takes the escape for the key of that name.
 */
export function continuedKey(input: string): Key | undefined {
	return ESCAPED.test(input) ? (CONTINUED[input.slice(1)] ?? "") : undefined;
}

const CONTINUED: Readonly<Record<string, Key>> = {
	A: "up",
	B: "down",
	C: "right",
	D: "left",
	H: "home",
	F: "end",
	Z: "shift-tab",
	"1~": "home",
	"4~": "end",
	"5~": "pageup",
	"6~": "pagedown",
};

/** The keys of one chunk of input. Typed fast, or over a slow line, several characters come in one. */
export function keysOf(input: string, flags: InputFlags): readonly Key[] {
	if (flags.upArrow) return ["up"];
	if (flags.downArrow) return ["down"];
	if (flags.leftArrow) return ["left"];
	if (flags.rightArrow) return ["right"];
	if (flags.pageDown) return ["pagedown"];
	if (flags.pageUp) return ["pageup"];
	if (flags.home) return ["home"];
	if (flags.end) return ["end"];
	if (flags.tab) return [flags.shift ? "shift-tab" : "tab"];
	if (flags.return) return ["enter"];
	if (flags.backspace || flags.delete) return ["backspace"];
	if (flags.escape) return ["escape"];
	if (flags.ctrl && input.length === 1) return [`ctrl-${input}`];
	// What a terminal sends for a key that nobody knows arrives without its escape.
	if (ESCAPED.test(input)) return [];
	// Together with Alt a character is not the same key.
	if (flags.meta) return [];
	return [...input].map((character) => TYPED[character] ?? character);
}

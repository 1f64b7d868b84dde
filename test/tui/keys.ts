import fc from "fast-check";
import type { InputFlags, Key } from "../../src/tui/key.ts";

/** Every key that means something, but for those that quit. */
export const KEYS: readonly Key[] = [
	...[
		"left",
		"right",
		"up",
		"down",
		"pageup",
		"pagedown",
		"home",
		"end",
		"tab",
		"shift-tab",
		"enter",
		"backspace",
	],
	..." npjkgGvz?[]tsmwbr0123456789",
];

/** What a reader might type: keys of all kinds, those that mean nothing included. */
export const typed: fc.Arbitrary<readonly Key[]> = fc.array(
	fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...KEYS) }, fc.constantFrom("x", "ctrl-z", "", "日")),
	{ maxLength: 40 },
);

/** Input that is only text. */
export const flags: InputFlags = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
};

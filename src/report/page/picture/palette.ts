/** The colours of pictures and pages, each in light and in dark. Texts have a contrast of 4.5 at least to what they stand on. */
export const PALETTE = {
	ink: ["#1b1f24", "#e7eaee"],
	muted: ["#57606a", "#a3adb8"],
	paper: ["#ffffff", "#15181c"],
	surface: ["#f6f7f9", "#1c2025"],
	raised: ["#ffffff", "#22272d"],
	line: ["#d3d9e0", "#3a414a"],
	edge: ["#6b7682", "#8b96a3"],
	accent: ["#1d5bb8", "#8bb9ff"],
	"accent-soft": ["#e8f0fc", "#1d2c44"],
	danger: ["#b3261e", "#ff9a90"],
	"danger-soft": ["#fdecea", "#3d1f1d"],
	warn: ["#855000", "#f2bd63"],
	"warn-soft": ["#fff3dc", "#362a16"],
	good: ["#19702f", "#74d092"],
	"good-soft": ["#e6f5ea", "#1a3222"],
	"on-thread": ["#ffffff", "#101317"],
	"thread-0": ["#2457a8", "#93bcf7"],
	"thread-1": ["#0b665d", "#66cfc0"],
	"thread-2": ["#6a389c", "#cba7f3"],
	"thread-3": ["#8a460a", "#f0b077"],
	"thread-4": ["#97245d", "#f59dc6"],
	"thread-5": ["#48560f", "#bccd70"],
} as const;

/** A colour of the palette. */
export type Tone = keyof typeof PALETTE;

const THREAD_TONES = 6;

/** The class that gives an element its thread's colour. There are six; a seventh thread has the first one's. */
export function threadClass(thread: number): string {
	return `thread-${thread % THREAD_TONES}`;
}

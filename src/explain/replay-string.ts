/** What brings an execution back. */
export interface Replay {
	/** As `Execution.path` has it. */
	readonly path: string;
	/** The search's options that the path depends on. */
	readonly unroll: number;
	readonly symmetry: boolean;
}

/** A turn in one character: 0 to 9, then letters without `x`, which repeats. */
const TURNS = "0123456789abcdefghijklmnopqrstuvwyz";

/** Repetitions from here on are counted: three characters say them. */
const REPEATED_FROM = 4;

/**
 * The string that brings an execution back: of which test it is, the bound on loops, the turns taken. `k3t9-4-0010x7` says that turn 0 is taken 7
 * times at the end; larger turns stand in parentheses; `-n` says that twins are told apart; `@` precedes who plays whose part.
 * @param identity of what the execution is of: another text there gives a string that does not fit
 */
export function formatReplay({ path, unroll, symmetry }: Replay, identity: string): string {
	const [turns, roles] = path.split("@");
	const words = turns === "" ? [] : turns.split(".").map((turn) => wordOf(Number(turn)));
	let text = "";
	for (let at = 0; at < words.length; ) {
		let end = at;
		while (words[end] === words[at]) end++;
		const count = end - at;
		text += count < REPEATED_FROM ? words[at].repeat(count) : `${words[at]}x${count}.`;
		at = end;
	}
	const parts = [checksum(identity), `${unroll}${symmetry ? "" : "n"}`, text.replace(/\.$/, "")];
	return `${parts.join("-")}${roles === undefined ? "" : `@${roles}`}`;
}

/**
 * Reads what `formatReplay` has written.
 * @returns `foreign` if it is of something else than `identity`, undefined if it is no such string
 */
export function parseReplay(text: string, identity: string): Replay | "foreign" | undefined {
	const match = /^(\w{6})-(\d{1,6})(n?)-([\w().]*)(@[\d.]+)?$/.exec(text.trim());
	if (match === null) return undefined;
	const [, sum, unroll, isPlain, turns, roles = ""] = match;
	const path: string[] = [];
	const words = /(\((\d{1,9})\)|[0-9a-wyz])(?:x(\d{1,6})(?:\.|$))?/y;
	for (let at = 0; at < turns.length; at = words.lastIndex) {
		words.lastIndex = at;
		const word = words.exec(turns);
		if (word === null) return undefined;
		const turn = word[2] ?? String(TURNS.indexOf(word[1]));
		for (let times = Number(word[3] ?? 1); times > 0; times--) path.push(turn);
	}
	if (sum !== checksum(identity)) return "foreign";
	return { path: path.join(".") + roles, unroll: Number(unroll), symmetry: isPlain === "" };
}

function wordOf(turn: number): string {
	return turn < TURNS.length ? TURNS[turn] : `(${turn})`;
}

/** Six characters that differ for most pairs of texts: 31 bits by FNV-1a. */
function checksum(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return (hash >>> 1).toString(36).padStart(6, "0").slice(-6);
}

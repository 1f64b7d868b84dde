import { PRIMITIVES } from "../litmus/primitives.ts";
import type { Level } from "./level.ts";
import type { Site } from "./site.ts";

/** The text of a call in its parts. */
interface Call {
	readonly name: string;
	readonly operands: readonly string[];
}

const SUFFIXES: Partial<Record<Level, string>> = {
	once: "_relaxed",
	acquire: "_acquire",
	release: "_release",
	full: "",
};

const ORDERS: Partial<Record<Level, string>> = {
	once: "__ATOMIC_RELAXED",
	acquire: "__ATOMIC_ACQUIRE",
	release: "__ATOMIC_RELEASE",
	full: "__ATOMIC_SEQ_CST",
};

const FENCES: Partial<Record<Level, string>> = {
	mb: "smp_mb()",
	rmb: "smp_rmb()",
	wmb: "smp_wmb()",
	none: "",
};

/**
 * What is written for an access or a fence of another level.
 * @param text as it stands
 * @returns undefined where C has no such form, or where the text is nothing that is known
 */
export function rewrite(text: string, kind: Site["kind"], to: Level): string | undefined {
	const call = callIn(text);
	if (kind === "fence") {
		if (call?.name === "smp_store_mb" && to === "none") return `WRITE_ONCE(${call.operands.join(", ")})`;
		return call === undefined || call.name === "smp_store_mb" ? undefined : FENCES[to];
	}
	if (kind === "lock") return call?.name.includes("trylock") ? "1" : "";
	if (call?.name.startsWith("__atomic_")) {
		const order = ORDERS[to];
		return order === undefined ? undefined : text.replace(/__ATOMIC_\w+/, order);
	}
	if (kind === "update") return call === undefined ? undefined : rewriteUpdate(call, text, to);
	return kind === "load" ? rewriteLoad(call, text, to) : rewriteStore(call, text, to);
}

function rewriteUpdate({ name }: Call, text: string, to: Level): string | undefined {
	const suffix = SUFFIXES[to];
	const stem = name.replace(/_(?:relaxed|acquire|release)$/, "");
	if (suffix === undefined || !PRIMITIVES.has(stem + suffix)) return undefined;
	return stem + suffix + text.slice(name.length);
}

function rewriteLoad(call: Call | undefined, text: string, to: Level): string | undefined {
	const atomic = /^atomic\w*_read(?=$|_acquire$)/.exec(call?.name ?? "");
	if (call !== undefined && atomic !== null)
		return to === "plain" ? undefined : `${atomic[0]}${to === "acquire" ? "_acquire" : ""}(${call.operands})`;
	const place = loadedPlace(call, text);
	if (place === undefined) return undefined;
	if (to === "plain") return place;
	return to === "once" ? `READ_ONCE(${place})` : `smp_load_acquire(${addressOf(place)})`;
}

function loadedPlace(call: Call | undefined, text: string): string | undefined {
	if (call === undefined) return isPlace(text) ? text : undefined;
	if (call.operands.length !== 1) return undefined;
	if (call.name === "smp_load_acquire") return placeAt(call.operands[0]);
	return call.name === "READ_ONCE" || call.name === "rcu_dereference" ? call.operands[0] : undefined;
}

function rewriteStore(call: Call | undefined, text: string, to: Level): string | undefined {
	const atomic = /^atomic\w*_set(?=$|_release$)/.exec(call?.name ?? "");
	if (call !== undefined && atomic !== null)
		return to === "plain"
			? undefined
			: `${atomic[0]}${to === "release" ? "_release" : ""}(${call.operands.join(", ")})`;
	const stored = storedIn(call, text);
	if (stored === undefined) return undefined;
	const { place, value } = stored;
	if (to === "plain") return `${place} = ${value}`;
	return to === "once"
		? `WRITE_ONCE(${place}, ${value})`
		: `smp_store_release(${addressOf(place)}, ${value})`;
}

function storedIn(
	call: Call | undefined,
	text: string,
): { readonly place: string; readonly value: string } | undefined {
	if (call === undefined) {
		const [, place, value] = /^([\s\S]*?[^=!<>+\-*/%&|^\s])\s*=(?!=)\s*([\s\S]+)$/.exec(text) ?? [];
		return place !== undefined && isPlace(place) ? { place, value } : undefined;
	}
	const [place, value] = call.operands;
	if (call.operands.length !== 2) return undefined;
	if (call.name === "smp_store_release") return { place: placeAt(place), value };
	return call.name === "WRITE_ONCE" || call.name === "rcu_assign_pointer" ? { place, value } : undefined;
}

/** Whether a text names a place in memory and nothing else. */
function isPlace(text: string): boolean {
	return /^\**\(*[A-Za-z_][\w.\s>()[\]-]*$/.test(text) && !/--|\w\s*\(/.test(text);
}

function placeAt(pointer: string): string {
	const inner = pointer.trim();
	if (/^&[\w.>[\]-]+$/.test(inner)) return inner.slice(1);
	return /^[\w.>[\]-]+$/.test(inner) ? `*${inner}` : `*(${inner})`;
}

function addressOf(place: string): string {
	if (/^\*[\w.>[\]-]+$/.test(place)) return place.slice(1);
	return /^[\w.>[\]-]+$/.test(place) ? `&${place}` : `&(${place})`;
}

/** The parts of a text that is one call; undefined if it is none. */
function callIn(text: string): Call | undefined {
	const [, name, inside] = /^(\w+)\s*\(([\s\S]*)\)$/.exec(text) ?? [];
	if (name === undefined) return undefined;
	const operands: string[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < inside.length; at++) {
		if ("([{".includes(inside[at])) depth++;
		if (")]}".includes(inside[at])) depth--;
		if (depth < 0) return undefined;
		if (inside[at] === "," && depth === 0) {
			operands.push(inside.slice(start, at).trim());
			start = at + 1;
		}
	}
	const last = inside.slice(start).trim();
	return { name, operands: last === "" && operands.length === 0 ? [] : [...operands, last] };
}

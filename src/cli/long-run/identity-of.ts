import { createHash } from "node:crypto";
import { serialize } from "node:v8";
import { BUILD_ID } from "../build-id.ts";
import type { LongSubject } from "./subject.ts";

/** What must be the same for a search to go on where another stopped. Each is a short text. */
export interface Identity {
	readonly title: string;
	readonly build: string;
	readonly program: string;
	readonly model: string;
	readonly options: string;
}

/** What a search is of. The program's functions are those of its build. */
export function identityOf({ title, program, model, modelName, options }: LongSubject): Identity {
	const { interpret: _, ...plain } = model;
	const { unroll, symmetry = true, stopWhenDecided = false } = options;
	return {
		title,
		build: BUILD_ID ?? "",
		program: digest(JSON.stringify(program, asPlain)),
		model: `${modelName} ${digest(serialize(plain))}`,
		options: `--unroll ${unroll}, ${symmetry ? "" : "--no-symmetry, "}${stopWhenDecided ? "until decided" : "all"}`,
	};
}

/** As JSON has it: bigints and maps have no form of their own there. What a text is called and says beside the program is left out. */
function asPlain(key: string, value: unknown): unknown {
	if (key === "file" || key === "span") return undefined;
	if (typeof value === "bigint") return `${value}n`;
	return value instanceof Map || value instanceof Set ? [...value] : value;
}

function digest(bytes: string | Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}

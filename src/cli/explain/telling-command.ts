import type { Setting } from "../../execution/setting.ts";
import { printSettings } from "../../report/display-name.ts";

/** What a story is told of. */
interface Told {
	/** The options by which the model is named; none for the kernel's. */
	readonly modelWords: readonly string[];
	readonly settings: readonly Setting[];
	/** Orderings that are changed first. */
	readonly changes?: readonly string[] | undefined;
	readonly path: string;
	readonly state?: string | undefined;
	readonly property?: string | undefined;
}

/** The words of the command that tells a test's story. */
export function tellingCommand({
	modelWords,
	settings,
	changes = [],
	path,
	state,
	property,
}: Told): string[] {
	return [
		"ringlit",
		"explain",
		...modelWords,
		...(settings.length === 0 ? [] : ["--set", printSettings(settings)]),
		...changes.flatMap((change) => ["--with", change]),
		...(state === undefined ? [] : ["--state", state]),
		...(property === undefined ? [] : ["--property", property]),
		path,
	];
}

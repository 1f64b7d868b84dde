import type { ColorChoice } from "../is-colored.ts";
import type { Settings } from "../parse-settings.ts";

/** The options of `ringlit audit`, each with its default filled in. */
export interface AuditCommandOptions {
	readonly model: string;
	readonly unroll: number;
	/** Values of the test's parameters. */
	readonly set?: Settings;
	readonly I?: readonly string[];
	/** Seconds a search. */
	readonly timeout: number;
	/** Where the weakened or repaired test goes. */
	readonly fix?: string;
	readonly format: "text" | "json";
	readonly color: ColorChoice;
}

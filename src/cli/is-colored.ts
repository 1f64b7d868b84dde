/** The values of `--color`. */
export type ColorChoice = "auto" | "always" | "never";

/**
 * Whether to colour the output. Left to itself: `NO_COLOR` set to anything but the empty text switches
 * colours off (https://no-color.org), else `FORCE_COLOR` decides if it is set, else whether the output
 * is a terminal that is not known to be a dumb one.
 */
export function isColored(
	choice: ColorChoice,
	environment: Readonly<Record<string, string | undefined>>,
	isTerminal: boolean,
): boolean {
	if (choice !== "auto") return choice === "always";
	if (environment.NO_COLOR) return false;
	const forced = environment.FORCE_COLOR;
	if (forced !== undefined) return forced !== "0" && forced !== "false";
	return isTerminal && environment.TERM !== "dumb";
}

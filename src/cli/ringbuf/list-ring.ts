import type { Paint } from "../../report/paint.ts";
import { RING_PROPERTIES } from "../../ringbuf-model/property-table.ts";
import { SCENARIOS } from "../../ringbuf-model/scenarios.ts";
import { VARIANTS } from "../../ringbuf-model/variants.ts";

const WIDTH = 22;

/** The names that `ringlit ringbuf` knows, with what they mean. Ends with a line feed. */
export function listRing(paint: Paint): string {
	const section = (
		title: string,
		items: readonly { readonly name: string; readonly meaning: string }[],
	): string =>
		[paint.strong(title), ...items.map(({ name, meaning }) => `  ${name.padEnd(WIDTH)}${meaning}`)].join(
			"\n",
		);
	const forbidden = RING_PROPERTIES.filter(({ isObservation }) => isObservation !== true);
	const observed = RING_PROPERTIES.filter(({ isObservation }) => isObservation === true);
	return `${[
		section("variants", VARIANTS),
		section("properties: none of these must happen", forbidden),
		section("observations: only looked for where --property names them", observed),
		section("scenarios", SCENARIOS),
	].join("\n\n")}\n`;
}

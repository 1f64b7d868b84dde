import { requestedEdits } from "../../audit/requested-edits.ts";
import { sitesOf } from "../../audit/sites-of.ts";
import type { Configuration } from "../../ringbuf-model/configuration.ts";
import { loadRing } from "../../ringbuf-model/load-ring.ts";
import type { Result } from "../../source/result.ts";
import { sourceEdits } from "./source-edits.ts";

/** A configuration with some orderings of its sources changed, as `--with` has them. */
export function changedConfiguration(
	configured: Result<Configuration>,
	changes: readonly string[],
): Result<Configuration> {
	if (!configured.ok || changes.length === 0) return configured;
	const configuration = configured.value;
	const ring = loadRing(configuration);
	if (!ring.ok) return ring;
	const { program } = ring.value;
	const edits = requestedEdits(changes, sitesOf([program]), program.file.path);
	if (!edits.ok) return edits;
	return {
		ok: true,
		value: { ...configuration, edits: [...configuration.edits, ...sourceEdits(edits.value)] },
		warnings: configured.warnings,
	};
}

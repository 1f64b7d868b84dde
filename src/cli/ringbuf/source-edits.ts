import type { TextEdit } from "../../audit/site.ts";
import type { Edit } from "../../ringbuf-model/configuration.ts";
import { editAt } from "../../ringbuf-model/edit-at.ts";

/** Edits of the ring's sources as a configuration has them. */
export function sourceEdits(edits: readonly TextEdit[]): readonly Edit[] {
	return edits.map(({ span: { file, start, end }, text }) =>
		editAt(file.path.replace(/^<(.*)>$/, "$1"), file.text, start, file.text.slice(start, end), text),
	);
}

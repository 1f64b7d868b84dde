import type { Result } from "../source/result.ts";
import type { ReadInclude } from "./model-resolver.ts";
import { parseOnce } from "./parse-once.ts";
import { libraryFile } from "./standard-files.ts";
import type { ModelText } from "./syntax.ts";

/**
 * Whether a model is written for the reference tool: it, or a file that it includes, declares tags or
 * includes a file of that tool's library.
 */
export function isForReference(text: Result<ModelText>, readInclude: ReadInclude): boolean {
	const seen = new Set<string>();
	const look = (result: Result<ModelText>): boolean => {
		if (!result.ok) return false;
		return result.value.statements.some((statement) => {
			if (statement.kind === "enum" || statement.kind === "instructions") return true;
			if (statement.kind !== "include") return false;
			if (libraryFile(statement.name) !== undefined) return true;
			const file = readInclude(statement.name);
			if (file === undefined || seen.has(file.path)) return false;
			seen.add(file.path);
			return look(parseOnce(file));
		});
	};
	return look(text);
}

import { createHash } from "node:crypto";
import type { Diagnostic } from "../source/diagnostic.ts";
import { duplicateModel, variantWithoutTree } from "../source/messages-cli.ts";
import type { Result } from "../source/result.ts";
import type { NamedModel } from "./check-test.ts";
import type { TreeOptions } from "./kernel-tree/tree-options.ts";
import { loadNamedModel } from "./load-named-model.ts";
import { type RecordingFiles, recordingFiles } from "./recording-files.ts";
import type { Shell } from "./shell.ts";

const DEFAULT_MODEL = "lkmm";

type Source = Pick<Shell, "files" | "modelsFolder" | "cache">;

/**
 * The models that a run is about: that of a kernel tree, if options name its files, and the meaning of
 * `--model`, a model or several with commas between. A file whose path has a comma in it is one model. With
 * neither it is the kernel's. All that is wrong with any of them is told together.
 */
export async function loadModels(
	option: string | undefined,
	tree: TreeOptions,
	shell: Source,
): Promise<Result<readonly NamedModel[]>> {
	const models: NamedModel[] = [];
	const diagnostics: Diagnostic[] = [];
	const warnings: Diagnostic[] = [];
	const add = (name: string, loaded: Result<Omit<NamedModel, "name">>): void => {
		if (loaded.ok) {
			models.push({ name, ...loaded.value });
			warnings.push(...loaded.warnings);
		} else diagnostics.push(...loaded.diagnostics);
	};
	const treeFiles = recordingFiles(shell.files);
	const ofTree = await loadTreeModel(tree, { ...shell, files: treeFiles });
	if (ofTree !== undefined) add(ofTree[0], withOrigin(ofTree[1], tree, treeFiles));
	const otherwise = ofTree === undefined ? [DEFAULT_MODEL] : [];
	const names = option === undefined ? otherwise : namesIn(option, shell);
	for (const [index, name] of names.entries()) {
		if (names.indexOf(name) < index) diagnostics.push(duplicateModel(name));
		else {
			const files = recordingFiles(shell.files);
			const loaded = await loadNamedModel(name, { ...shell, files });
			add(name, withOrigin(loaded.ok ? { ...loaded, value: { model: loaded.value } } : loaded, name, files));
		}
	}
	return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: models, warnings };
}

/** @param asked what is asked of the files that were read */
function withOrigin(
	loaded: Result<Omit<NamedModel, "name">>,
	asked: string | TreeOptions,
	files: RecordingFiles,
): Result<Omit<NamedModel, "name">> {
	if (!loaded.ok) return loaded;
	const question =
		typeof asked === "string"
			? asked
			: [asked.conf, asked.cat, asked.bell, asked.macros, asked.variant, asked.I ?? []];
	const digest = createHash("sha256")
		.update(JSON.stringify([question, files.digest()]))
		.digest("hex");
	return { ...loaded, value: { ...loaded.value, origin: { digest, paths: files.paths() } } };
}

function namesIn(option: string, { files }: Source): string[] {
	const isOne = !option.includes(",") || files.kind(option) !== "missing";
	return isOne ? [option] : option.split(",").map((name) => name.trim());
}

/** The model of a kernel tree with the name that it goes by; undefined if no option asks for one. */
async function loadTreeModel(
	tree: TreeOptions,
	shell: Source,
): Promise<[string, Result<Omit<NamedModel, "name">>] | undefined> {
	const { conf, cat, bell, macros, I: folders = [], variant } = tree;
	const name = conf ?? cat ?? bell ?? macros;
	if (name === undefined) {
		if (variant === undefined) return undefined;
		return ["--variant", { ok: false, diagnostics: [variantWithoutTree()] }];
	}
	const [{ gatherSettings }, { loadTree }] = await Promise.all([
		import("./kernel-tree/gather-settings.ts"),
		import("./kernel-tree/load-tree.ts"),
	]);
	const settings = Object.entries({ cat, bell, macros, variant }).flatMap(([key, value]) =>
		value === undefined ? [] : [{ key, value }],
	);
	const given = { ...(conf !== undefined && { conf }), folders, settings };
	const gathered = gatherSettings(given, shell.files);
	return [name, gathered.ok ? await loadTree(gathered.value, folders, shell) : gathered];
}

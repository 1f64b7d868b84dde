import { dirname, join } from "node:path";
import type { Model } from "../cat/model.ts";
import type { Dialect, InstructionKind } from "../litmus/dialect.ts";
import { variantNeedsModel } from "../source/messages-herd7.ts";
import type { Result } from "../source/result.ts";
import type { SourceFile } from "../source/span.ts";
import { includeReader } from "./include-reader.ts";
import { loadThroughCache } from "./load-through-cache.ts";
import { findPackedModel } from "./packed-models.ts";
import { readSource } from "./read-source.ts";
import type { Shell } from "./shell.ts";
import { SHIPPED_MODELS } from "./shipped-models.ts";

/** The files that make up a memory model, as the configuration of a kernel tree names them. */
export interface KernelModelFiles {
	/** A path or a shipped model's name; absent for the shipped model of the kernel. */
	readonly model?: string;
	readonly bell?: string;
	readonly macros?: string;
	/** Which versions of the model were asked for; the last counts. */
	readonly variants: readonly string[];
	/** Where included files are looked for, after the folder of the file that includes them. */
	readonly folders: readonly string[];
}

/** A memory model, and what tests that are checked against it may call. */
export interface KernelModel {
	readonly model: Model;
	readonly dialect: Dialect;
}

const none: Result<Dialect> = { ok: true, value: {}, warnings: [] };

/** The kinds of instructions that carry tags. */
const TAGGED: readonly InstructionKind[] = ["R", "W", "RMW", "F", "SRCU"];

type Source = Pick<Shell, "files" | "modelsFolder" | "cache">;

/**
 * Loads a memory model. A shipped one comes without parsing anything if the build has prepared it; the reader
 * of models is loaded only where the cache does not have the model either. Included files are looked for beside
 * the model, in `folders`, and among the shipped models.
 */
export async function loadKernelModel(wanted: KernelModelFiles, shell: Source): Promise<Result<KernelModel>> {
	const { files } = shell;
	const macros = wanted.macros === undefined ? undefined : readSource(wanted.macros, "definitions", files);
	if (macros !== undefined && !macros.ok) return macros;
	const model = await loadModelFiles(wanted, shell);
	if (!model.ok) return model;
	const dialect = macros === undefined ? none : await loadDialect(macros.value, model.value, wanted.variants);
	if (!dialect.ok) return dialect;
	return {
		ok: true,
		value: { model: model.value, dialect: dialect.value },
		warnings: [...model.warnings, ...dialect.warnings],
	};
}

async function loadDialect(
	file: SourceFile,
	{ annotations }: Model,
	variants: readonly string[],
): Promise<Result<Dialect>> {
	const { loadMacros } = await import("../litmus/load-macros.ts");
	const macros = loadMacros(file);
	if (!macros.ok) return macros;
	const dialect: Dialect = {
		macros: macros.value,
		variants,
		...(annotations && {
			declaredTags: new Map(TAGGED.map((kind) => [kind, annotations.tags])),
			defaultTags: annotations.defaults,
		}),
	};
	return { ...macros, value: dialect };
}

async function loadModelFiles(
	{ model: name = "lkmm", bell, variants, folders }: KernelModelFiles,
	{ files, modelsFolder, cache }: Source,
): Promise<Result<Model>> {
	const isShipped = SHIPPED_MODELS.includes(name);
	if (isShipped) {
		const variant = variants.at(-1);
		if (variant === "lkmmv1") return { ok: false, diagnostics: [variantNeedsModel(variant)] };
		const packed = bell === undefined ? findPackedModel(name, modelsFolder, files) : undefined;
		if (packed !== undefined) return { ok: true, value: packed, warnings: [] };
	}
	const path = isShipped ? join(modelsFolder, `${name}.cat`) : name;
	const model = readSource(path, "a model", files);
	if (!model.ok) return model;
	const bellFile = bell === undefined ? undefined : readSource(bell, "a model's bell file", files);
	if (bellFile !== undefined && !bellFile.ok) return bellFile;

	const parts = { model: model.value, ...(bellFile && { bell: bellFile.value }), variants };
	return loadThroughCache(parts, includeReader([dirname(path), ...folders, modelsFolder], files), cache);
}

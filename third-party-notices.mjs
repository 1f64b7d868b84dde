// The licences of what is bundled: they ask that their texts go with it.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * @param {string} root the package's folder
 * @param {readonly string[]} inputs paths of bundled files, as the bundler has them
 * @returns {Promise<string>} a section for each package
 * @throws Error for a package that comes without its licence's text and is not under the MIT licence
 */
export async function thirdPartyNotices(root, inputs) {
	const folders = new Set(
		inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []),
	);
	const sections = [];
	for (const folder of [...folders].sort()) {
		const at = join(root, folder);
		const { name, version, license, author } = JSON.parse(await readFile(join(at, "package.json"), "utf8"));
		const file = (await readdir(at)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
		if (file === undefined && license !== "MIT") throw new Error(`${name} has no text of its licence`);
		const holder = typeof author === "string" ? author : author?.name;
		const text =
			file === undefined
				? `Licence: ${license}${holder ? `; ${holder}` : ""}`
				: (await readFile(join(at, file), "utf8")).trim();
		sections.push(`${name} ${version}\n\n${text}\n`);
	}
	return sections.join(`\n${"-".repeat(80)}\n\n`);
}

import type { Setting } from "../execution/setting.ts";

/** A test's name as its verdict is headed: with the parameters that were given a value, `ring[producers=3]`. */
export function displayName(name: string, settings: readonly Setting[] = []): string {
	return settings.length === 0 ? name : `${name}[${printSettings(settings)}]`;
}

/** Parameters with their values as `--set` takes them. */
export function printSettings(settings: readonly Setting[]): string {
	return settings.map(({ name, value }) => `${name}=${value}`).join(",");
}

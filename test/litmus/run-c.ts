import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether there is a C compiler to compare with. */
export const HAS_COMPILER = ((): boolean => {
	try {
		execFileSync("gcc", ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
})();

/** What a C program prints, compiled with the kernel's dialect; the types of the kernel are declared before it. */
export function runC(text: string): string {
	const folder = mkdtempSync(join(tmpdir(), "ringlit-c-"));
	try {
		const types = [8, 16, 32, 64].flatMap((bits) => [
			`typedef uint${bits}_t u${bits};`,
			`typedef int${bits}_t s${bits};`,
		]);
		const head = "#include <stdint.h>\n#include <stddef.h>\n#include <stdio.h>\n#include <stdbool.h>\n";
		writeFileSync(join(folder, "a.c"), `${head}${types.join("\n")}\n${text}\n`);
		execFileSync("gcc", ["-std=gnu11", "-fwrapv", "-w", "-o", join(folder, "a"), join(folder, "a.c")]);
		return execFileSync(join(folder, "a"), { encoding: "utf8" });
	} finally {
		rmSync(folder, { recursive: true });
	}
}

import { expect, test } from "vitest";
import { sitesOf } from "../../src/audit/sites-of.ts";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { configurationOf } from "../../src/cli/ringbuf/configuration-of.ts";
import { configurationWords } from "../../src/cli/ringbuf/configuration-words.ts";
import type { RingbufOptions } from "../../src/cli/ringbuf/options.ts";
import { auditWorkloads } from "../../src/ringbuf-model/audit-workloads.ts";
import { loadRing } from "../../src/ringbuf-model/load-ring.ts";
import { SOURCES } from "../../src/ringbuf-model/sources.ts";
import { VARIANTS } from "../../src/ringbuf-model/variants.ts";
import { weakeningsOf } from "../../src/ringbuf-model/weakenings.ts";
import { lineColumn } from "../../src/source/line-column.ts";
import { memoryFiles, memoryShell } from "./memory-shell.ts";
import { shippedTree } from "./shipped-tree.ts";

async function ringbuf(...words: string[]) {
	const shell = memoryShell(memoryFiles(shippedTree));
	const code = await runCommandLine(["ringbuf", ...words], shell);
	return { code, output: shell.output(), errors: shell.errors() };
}

const SMALL = ["--producers", "1", "--records", "8", "--tiny", "--size", "32"];

test("an audit of one configuration says what it needs, and how to see it", async () => {
	const { code, output, errors } = await ringbuf(...SMALL, "audit", "--fix", "--timeout", "60");
	expect({ code, errors }).toEqual({ code: 0, errors: "" });
	expect(output).toMatch(
		/libbpf-consumer\.c:62 +smp_load_acquire\(len_ptr\) +READ_ONCE .* needed: torn-payload/,
	);
	expect(output).toMatch(/commit\.h:19 +xchg\(&hdr->len, new_len\) +xchg_release .* not needed/);
	expect(output).toContain("+	xchg_release(&hdr->len, new_len);");
	expect(output).toContain(
		"ringlit ringbuf --variant v6.10 --producers 1 --tiny --size 32 --with libbpf-consumer.c:62:10=once",
	);
}, 120_000);

test("a changed ring is checked, and explained with its change", async () => {
	const change = ["--with", "libbpf-consumer.c:62:10=once", "--property", "torn-payload"];
	expect((await ringbuf(...SMALL, "--property", "torn-payload")).code).toBe(0);
	expect((await ringbuf(...SMALL, ...change)).code).toBe(1);
	const { code, output } = await ringbuf(...SMALL, ...change, "explain");
	expect(code).toBe(0);
	expect(output).toContain("--with libbpf-consumer.c:62:10=once");
	const [, replay] = /--replay (\S+)/.exec(output) ?? [];
	const other = await ringbuf(...SMALL, "--property", "torn-payload", "explain", "--replay", replay);
	expect(other.code).toBe(2);
}, 60_000);

test.each([
	["there is no ordering", "--with", "commit.h:1:1=once"],
	["there is no variant", "--variant", "v9", "audit"],
	["several models", "--model", "lkmm,sc", "audit"],
])("%s", async (message, ...words) => {
	const { code, errors } = await ringbuf(...words);
	expect(code).toBe(2);
	expect(errors).toContain(message);
});

test.each(VARIANTS.map(({ name }) => name))("the workloads of %s run all that its sources order", (name) => {
	const variant = VARIANTS.find((one) => one.name === name);
	if (variant === undefined) throw new Error("a variant of the table is there");
	const programs = auditWorkloads(variant).map(({ configuration }) => {
		const ring = loadRing(configuration);
		if (!ring.ok) throw new Error("a workload loads");
		return ring.value.program;
	});
	const places = new Set<string>();
	for (const { spans, weaker } of sitesOf(programs))
		for (const { file, start, end } of spans) {
			const source = SOURCES.get(file.path.slice(1, -1));
			if (source === undefined || weaker.length === 0) continue;
			places.add(`${file.path.slice(1, -1)}:${lineColumn(file, start).line}`);
			// What a workload edits moves no other ordering: it would be one that the audit does not change.
			const isAdded = file.text.slice(start, end) === "smp_mb()" && !source.text.includes("smp_mb()");
			if (!isAdded) expect(source.text.slice(start, end)).toBe(file.text.slice(start, end));
		}
	const expected = [variant.file, "user-ringbuf-producer.c", "user-ringbuf-drain.c"].filter(
		(file) => (variant.side === "user") === file.startsWith("user-"),
	);
	for (const file of expected)
		for (const { line, from } of weakeningsOf(file))
			if (!from.startsWith("__ATOMIC"))
				expect(places, `${file}:${line} ${from}`).toContain(`${file}:${line}`);
});

test("the words of a configuration are options that give it back", () => {
	const usual: RingbufOptions = {
		variant: "v6.10",
		producers: 2,
		consumers: 1,
		consumer: "drain",
		queries: 0,
		records: "8",
		size: 4096,
		tiny: false,
		hostile: false,
		nested: "none",
		bits: 64,
		start: "0",
		model: "lkmm",
		symmetry: true,
		format: "text",
		print: false,
		list: false,
		color: "never",
	};
	for (const { configuration } of VARIANTS.flatMap(auditWorkloads)) {
		const words = configurationWords(configuration);
		if (words === undefined) continue;
		const given: Record<string, unknown> = {};
		for (let at = 0; at < words.length; at++) {
			const name = words[at].slice(2);
			if (name === "tiny" || name === "hostile") given[name] = true;
			else if (name === "set") given.set = [words[++at]];
			else {
				const value = words[++at];
				given[name] = typeof usual[name as keyof RingbufOptions] === "number" ? Number(value) : value;
			}
		}
		const made = configurationOf({ ...usual, ...given });
		if (!made.ok) throw new Error("the words make a configuration");
		const { consumer: _, ...rest } = made.value;
		const { consumer: __, ...wanted } = configuration;
		expect(rest).toEqual(wanted);
	}
});

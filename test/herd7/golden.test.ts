import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bundle, buildBundle } from "./bundle.ts";

// What the command prints for files in inputs/ lies in expected/ and is refreshed by `npx vitest run -u test/herd7`.

const HERE = new URL(".", import.meta.url).pathname;

interface Call {
	readonly words: readonly string[];
	/** The working folder below inputs/. */
	readonly folder?: string;
	readonly input?: string;
}

const call = (line: string, rest: Omit<Call, "words"> = {}): Call => ({
	words: line.split(" ").filter((word) => word !== ""),
	...rest,
});

const CALLS: Readonly<Record<string, Call>> = {
	exists: call("exists.litmus"),
	"not-exists": call("not-exists.litmus"),
	"not-exists-fails": call("not-exists-fails.litmus"),
	forall: call("forall.litmus"),
	"forall-fails": call("forall-fails.litmus"),
	locations: call("locations.litmus"),
	logic: call("logic.litmus"),
	"no-question": call("always-true.litmus"),
	filter: call("filter.litmus"),
	"loop-cut": call("loop.litmus"),
	"loop-cut-quietly": call("-q -unroll 2 loop.litmus"),
	"loop-spinning": call("-unroll 1 spinning.litmus"),
	deadlock: call("deadlock.litmus"),
	race: call("race.litmus"),
	"two-flags": call("two-flags.litmus"),
	"unknown-macro": call("unknown-macro.litmus"),
	"error-semicolon": call("semicolon.litmus"),
	"error-token": call("token.litmus"),
	"error-init": call("init.litmus"),
	"error-condition": call("condition.litmus"),
	"error-cut": call("cut.litmus"),
	"error-meaning": call("meaning.litmus"),
	"error-binary": call("binary.litmus"),
	"error-empty": call("empty.litmus"),
	"error-missing": call("gone.litmus"),
	"error-folder": call("tree"),
	"no-alarm-in-errors": call("alarm.litmus"),
	"no-alarm-in-names": call("alarm-name.litmus"),
	warning: call("warning.litmus"),
	"warning-quiet": call("-q warning.litmus"),
	"values-in-a-circle": call("circle.litmus"),
	timeout: call("-timeout 0.2 long.litmus"),
	several: call("exists.litmus token.litmus gone.litmus forall.litmus"),
	"several-until-error": call("-exit true exists.litmus token.litmus forall.litmus"),
	"several-despite-error": call("-exit false token.litmus forall.litmus"),
	list: call("lists/@some rmw.litmus"),
	"list-by-bare-name": call("lists/@more"),
	"list-of-itself": call("lists/@round"),
	"list-missing": call("@gone"),
	input: call("-model sc", { input: "exists.litmus\n\n  forall.litmus\r\nlists/@more" }),
	"input-empty": call("", { input: "" }),
	version: call("-version"),
	"version-goes-first": call("gone.litmus -version -help"),
	help: call("-help"),
	"unknown-option": call("-modell lkmm exists.litmus"),
	"option-without-value": call("exists.litmus -unroll"),
	"model-shipped": call("-model sc exists.litmus"),
	"model-cat": call("-cat tso exists.litmus"),
	"model-includes": call("-I tree -I more-files -model needs-extra.cat exists.litmus"),
	"model-includes-nothing": call("-model needs-extra.cat exists.litmus"),
	"model-in-folder": call("-I .. -I . -cat needs-extra.cat ../exists.litmus", { folder: "more-files" }),
	"model-missing": call("-I tree -model gone.cat exists.litmus"),
	"model-without-checks": call("-model more-files/extra.cat forall.litmus"),
	"model-without-checks-quiet": call("-q -model more-files/extra.cat forall.litmus"),
	"model-broken": call("-model broken.cat exists.litmus"),
	"model-older": call("-variant lkmmv1 exists.litmus"),
	"model-older-by-configuration": call("-conf older.cfg exists.litmus"),
	"model-newer-after-all": call("-conf older.cfg -variant lkmmv2 exists.litmus"),
	"files-one-by-one": call(
		"-v -bell linux-kernel.bell -macros linux-kernel.def -model linux-kernel.cat -variant LKMMv2 ../rmw.litmus",
		{ folder: "tree" },
	),
	"bell-missing": call("-bell gone.bell exists.litmus"),
	"macros-missing": call("-macros gone.def exists.litmus"),
	"configuration-of-a-tree": call("-conf linux-kernel.cfg ../rmw.litmus", { folder: "tree" }),
	"configuration-beside-its-files": call("-v -conf tree/linux-kernel.cfg rmw.litmus"),
	"configuration-in-folder": call("-v -I tree -conf linux-kernel.cfg rmw.litmus"),
	"configuration-with-folder": call("-conf more-files/extra.cfg -I . -I more-files exists.litmus"),
	"configuration-without-folder": call("-conf more-files/extra.cfg exists.litmus"),
	"configuration-settings": call("-conf sc.cfg exists.litmus loop.litmus token.litmus forall.litmus"),
	"configuration-overruled": call("-conf sc.cfg -model lkmm -unroll 3 -exit false token.litmus loop.litmus"),
	"configuration-wrong": call("-conf wrong.cfg exists.litmus"),
	"configuration-wrong-values": call("-conf wrong-values.cfg exists.litmus"),
	"configuration-missing": call("-I tree -conf gone.cfg exists.litmus"),
	"wrong-unroll": call("-unroll 0 exists.litmus"),
	"wrong-timeout": call("-timeout soon exists.litmus"),
	"wrong-speedcheck": call("-speedcheck maybe exists.litmus"),
	"wrong-show": call("-show some exists.litmus"),
	"wrong-exit": call("-exit 1 exists.litmus"),
	"wrong-variant": call("-variant lkmmv2,mixed exists.litmus"),
	"without-effect": call(
		"-speedcheck false -show wit -show flag:data-race -o pictures -gv -graph columns -xscale 2 --squished true " +
			"-edgeattr co,color,blue -unroll 3 -timeout 59.5 -exit false -variant lkmmv2 forall.litmus",
	),
};

let bundle: Bundle;

beforeAll(() => {
	bundle = buildBundle("golden");
});

afterAll(() => bundle.remove());

function run({ words, folder = ".", input }: Call): string {
	const { status, stdout, stderr } = spawnSync(process.execPath, [bundle.command, ...words], {
		cwd: join(HERE, "inputs", folder),
		encoding: "utf8",
		input: input ?? "",
	});
	const head = `$ ringlit-herd7 ${words.join(" ")}`.trimEnd();
	const from = input === undefined ? "" : ` < ${JSON.stringify(input)}`;
	return `${head}${from}\nexit ${status}\n\n--- output\n${stdout.replace(/^(Time .+) \d+\.\d\d$/gm, "$1 #")}--- errors\n${stderr}`;
}

test.each(Object.keys(CALLS))("%s", async (name) => {
	const report = run(CALLS[name]);
	expect(report).not.toMatch(/!!!|^\s+at /m);
	await expect(report).toMatchFileSnapshot(`expected/${name}.txt`);
});

test("no expectation is left without its call", () => {
	const files = readdirSync(join(HERE, "expected"));
	expect(files.map((file) => file.replace(/\.txt$/, "")).sort()).toEqual(Object.keys(CALLS).sort());
});

import { describe, expect, test } from "vitest";
import { diagnose, load } from "./load.ts";

const KERNEL_STYLE = `C MP+once+acq-2.x@y

(*
 * Result: Sometimes
 *
 * Why it isn't "Never" (yet): nothing orders P0's writes.
 *)

{}

P0(int *buf, int *flag) // Producer
{
	WRITE_ONCE(*buf, 1);
	WRITE_ONCE(*flag, 1);
}

P1(int *buf, int *flag) // Consumer
{
	int r0;
	int r1;

	r0 = smp_load_acquire(flag); /* paired
	                              * with nothing */
	(* the data *) r1 = READ_ONCE(*buf);
}

exists (1:r0=1 /\\ (* both,
  on several lines *)
  1:r1=0) (* Bad outcome. *)
`;

describe("one test in many dresses", () => {
	const shape = (text: string): unknown => {
		const { name, expectation, threads, quantifier } = load(text);
		return { name, expectation, quantifier, lengths: threads.map(({ code }) => code.length) };
	};
	const plain = shape(KERNEL_STYLE);

	test("as the kernel writes it", () => {
		expect(plain).toEqual({
			name: "MP+once+acq-2.x@y",
			expectation: { result: "Sometimes", race: false },
			quantifier: "exists",
			lengths: [2, 2],
		});
		expect(diagnose(KERNEL_STYLE)).toEqual([]);
	});

	test.each([
		["line ends of other systems", KERNEL_STYLE.replaceAll("\n", "\r\n")],
		["no line feed at the end", KERNEL_STYLE.trimEnd()],
		["tabs for spaces", KERNEL_STYLE.replace(/ (?=\w+;)/g, "\t")],
		["comments before the header", `(* one *)\n// two\n/* three */\n${KERNEL_STYLE}`],
		["a comment behind the name", KERNEL_STYLE.replace("@y\n", "@y (* z *) // w\n")],
		["a description", KERNEL_STYLE.replace("@y\n", '@y "Rfe PodRR Fre"\n')],
		["lines of a generator", KERNEL_STYLE.replace("@y\n", "@y\nGenerator=diy7 (version 7)\nCom=Rf Fr\n")],
		["a tight comment", KERNEL_STYLE.replace("(* the data *)", "(*data (at last)*)")],
		["qualified parameters", KERNEL_STYLE.replaceAll("int *buf", "const volatile int* buf")],
	])("%s", (_name, text) => {
		expect(shape(text)).toEqual(plain);
	});
});

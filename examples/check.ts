// Checks a test of one's own on two models, with the parameters that it declares.

import { check, formatDiagnostic, formatResults, loadModel, loadTest } from "ringlit";

const text = `C two-flags
#parameter last = 1
{}
P0(int *x, int *y) { WRITE_ONCE(*x, last); int r0 = READ_ONCE(*y); }
P1(int *x, int *y) { WRITE_ONCE(*y, last); int r0 = READ_ONCE(*x); }
exists (0:r0=0 /\\ 1:r0=0)
`;

const test = loadTest(text, { path: "two-flags.litmus", parameters: { last: 2 } });
if (!test.ok) throw new Error(test.diagnostics.map(formatDiagnostic).join("\n"));

for (const name of ["lkmm", "sc"]) {
	const model = await loadModel(name);
	if (!model.ok) throw new Error(model.diagnostics.map(formatDiagnostic).join("\n"));
	const result = await check(test.value, model.value, { timeout: 60 });
	console.log(name, result.status, result.observation, result.positive, result.negative);
	for (const state of result.states) console.log(" ", state);
	// The same as one document, for other programs.
	JSON.parse(formatResults([result], { format: "json" }));
}

// What is wrong with a test is told, not thrown.
const broken = loadTest("C broken\n{}\nP0(int *x) { WRITE_TWICE(*x, 1); }\nexists (x=1)\n");
if (!broken.ok) console.log(broken.diagnostics.map(formatDiagnostic).join("\n"));

//=> lkmm pass Sometimes 1 3
//=>   0:r0=0; 1:r0=0
//=>   0:r0=0; 1:r0=2
//=>   0:r0=2; 1:r0=0
//=>   0:r0=2; 1:r0=2
//=> sc pass Never 0 3
//=>   0:r0=0; 1:r0=2
//=>   0:r0=2; 1:r0=0
//=>   0:r0=2; 1:r0=2
//=> <test>:3:14: error: there is no primitive `WRITE_TWICE`
//=>   3 | P0(int *x) { WRITE_TWICE(*x, 1); }
//=>     |              ^^^^^^^^^^^
//=>   hint: did you mean `WRITE_ONCE`?

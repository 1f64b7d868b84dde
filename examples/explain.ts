// Why an outcome can happen, and what an execution that shows it looks like.

import { explain, formatDiagnostic, formatStory, loadModel, loadTest } from "ringlit";

const test = loadTest(`C MP
{}
P0(int *x, int *y) {
	WRITE_ONCE(*x, 1);
	WRITE_ONCE(*y, 1);
}
P1(int *x, int *y) {
	int r0 = READ_ONCE(*y);
	int r1 = READ_ONCE(*x);
}
exists (1:r0=1 /\\ 1:r1=0)
`);
const model = await loadModel();
if (!test.ok || !model.ok) throw new Error("the test and the model are in order");

const answer = await explain(test.value, model.value, { state: "1:r0=1 && 1:r1=0", views: true });
if (answer.kind === "story") {
	const { story } = answer;
	console.log(story.headline);
	for (const { thread, place, timing } of story.steps)
		console.log(`P${thread} ${place?.text.trim()} (${timing})`);
	// Pages and pictures are texts, too: where to put them is yours to say.
	const page = await formatStory(story, { format: "html" });
	console.log(page.startsWith("<!doctype html>"));
} else if (answer.kind === "unknown") console.log(answer.message);
else console.log(answer.diagnostics.map(formatDiagnostic).join("\n"));

//=> lkmm allows 1:r0=1 /\ 1:r1=0
//=> P0 WRITE_ONCE(*y, 1); (inOrder)
//=> P1 int r0 = READ_ONCE(*y); (inOrder)
//=> P1 int r1 = READ_ONCE(*x); (inOrder)
//=> P0 WRITE_ONCE(*x, 1); (late)
//=> true

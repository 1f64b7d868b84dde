// Asks the BPF ring buffer's own C, before a fix and after it, whether a record can overwrite another one.

import { checkRingbuf, formatDiagnostic, loadModel, type RingbufConfiguration } from "ringlit";

const hostile: RingbufConfiguration = {
	producers: 1,
	consumer: "none",
	consumers: 0,
	records: [
		{ size: 16, end: "hold", wakeup: "adaptive" },
		{ size: 8, end: "submit", wakeup: "adaptive" },
	],
	size: 32,
	tiny: true,
	hostile: true,
	properties: ["overlap"],
};
const model = await loadModel("lkmm");
if (!model.ok) throw new Error(model.diagnostics.map(formatDiagnostic).join("\n"));

for (const variant of ["v5.8", "v6.10"]) {
	// What a user may interrupt: `signal` ends the search, and what it knows comes back as incomplete.
	const { signal } = new AbortController();
	const ring = await checkRingbuf({ ...hostile, variant }, model.value, { signal });
	if (!ring.ok) throw new Error(ring.diagnostics.map(formatDiagnostic).join("\n"));
	for (const { name, finding, detail = "" } of ring.value.properties)
		console.log(variant, name, finding, detail);
}

//=> v5.8 overlap possible P0's record [0, 24) is still being written where P0's record [24, 40) is reserved over it
//=> v6.10 overlap never

// Steps through a story whose JSON is in the file that the first argument names; without colours if the second says so.
import { readFileSync } from "node:fs";
import { viewStory } from "../../src/tui/view-story.ts";

const [path, colors] = process.argv.slice(2);
await viewStory(JSON.parse(readFileSync(path, "utf8")), {
	stdin: process.stdin,
	stdout: process.stdout,
	isColored: colors !== "plain",
});
process.stdout.write("the viewer is gone\n");

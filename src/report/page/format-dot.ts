import type { BaseEdge } from "../../execution/story/reason.ts";
import type { Story } from "../../execution/story/story.ts";
import { labelEvent } from "./label-event.ts";
import { reasonRows } from "./reason-rows.ts";

/** The colours that such graphs usually have. */
const COLOURS: Readonly<Record<string, string>> = {
	po: "black",
	rf: "red",
	co: "blue",
	fr: "#c76a00",
	addr: "indigo",
	data: "indigo",
	ctrl: "indigo",
};

/**
 * A story for Graphviz: a cluster a thread with its events in program order, the initial writes that are read, edges of
 * program order, reads-from, coherence, from-reads and dependencies, each told once between neighbours, and the edges of the
 * reason in bold. Ends with a line feed.
 */
export function formatDot(story: Story): string {
	const lines = [
		`digraph ${quote(story.title)} {`,
		`\tlabel=${quote(`${story.headline}\n${story.title} (${story.model})`)};`,
		"\tlabelloc=t;",
		'\tfontname="monospace";',
		'\tnode [shape=box, style=rounded, fontname="monospace", fontsize=11];',
		'\tedge [fontname="monospace", fontsize=10];',
		...story.threads.flatMap((_, thread) => cluster(story, thread)),
	];
	const edges = storyEdges(story);
	const rows = reasonRows(story).filter(({ kind }) => kind !== "wait");
	for (const cell of new Set([...edges, ...rows].flatMap(({ from, to }) => (from * to === 0 ? ["e0"] : []))))
		lines.push(`\t${cell} [label="initial writes", shape=plain];`);
	const cycle = rows.filter(({ kind }) => kind === "reason");
	const guilty = new Set(cycle.map(({ from, to }) => `${from} ${to}`));
	for (const { from, to, relation } of edges) {
		const bold = guilty.has(`${from} ${to}`) ? ", penwidth=3" : "";
		const free = relation === "po" ? "" : ", constraint=false";
		const colour = COLOURS[relation] ?? "gray40";
		const paint = `color=${quote(colour)}, fontcolor=${quote(colour)}`;
		lines.push(`\te${from} -> e${to} [label=${quote(relation)}, ${paint}${free}${bold}];`);
	}
	const drawn = new Set(edges.map(({ from, to }) => `${from} ${to}`));
	for (const { from, to, names, kind } of rows) {
		if (kind === "reason" && drawn.has(`${from} ${to}`)) continue;
		const label = kind === "race" ? "race" : (names.at(-1) ?? "");
		const paint = `color="crimson", fontcolor="crimson", style=dashed${kind === "race" ? ", dir=none" : ""}`;
		lines.push(`\te${from} -> e${to} [label=${quote(label)}, ${paint}, constraint=false, penwidth=3];`);
	}
	return `${[...lines, "}"].join("\n")}\n`;
}

function cluster(story: Story, thread: number): string[] {
	const { name, role } = story.threads[thread];
	const steps = story.steps
		.filter((step) => step.thread === thread)
		.sort((one, other) => one.index - other.index);
	return [
		`\tsubgraph cluster_${thread} {`,
		`\t\tlabel=${quote(role === undefined ? name : `${name} ${role}`)};`,
		'\t\tcolor="gray60";',
		...steps.map((step) => {
			const { text, mark } = labelEvent(story, step);
			const timing = step.timing === "inOrder" ? "" : `, ${step.timing}`;
			const place = step.place === undefined ? "" : `\n${step.place.line}: ${step.place.text}`;
			const border = step.number === story.climax ? ', color="crimson", penwidth=2' : "";
			const label = `${step.number}: ${text}${mark === "" ? "" : ` (${mark})`}${timing}${place}`;
			return `\t\te${step.number} [label=${quote(label)}${border}];`;
		}),
		"\t}",
	];
}

/** Program order, reads-from, coherence and from-reads between neighbours, and the dependencies. */
function storyEdges(story: Story): readonly BaseEdge[] {
	const edges: BaseEdge[] = [];
	for (const thread of story.threads.keys()) {
		const own = story.steps
			.filter((step) => step.thread === thread)
			.sort((one, other) => one.index - other.index);
		for (const [at, step] of own.slice(1).entries())
			edges.push({ from: own[at].number, to: step.number, relation: "po" });
	}
	const successor = new Map<number, number>();
	for (const { writes } of story.cells)
		for (const [at, write] of writes.slice(1).entries()) {
			successor.set(writes[at], write);
			edges.push({ from: writes[at], to: write, relation: "co" });
		}
	for (const { number, kind, from, cell } of story.steps) {
		if (kind !== "R" || from === undefined) continue;
		edges.push({ from, to: number, relation: "rf" });
		const next = from === 0 ? story.cells[cell ?? -1]?.writes[0] : successor.get(from);
		if (next !== undefined && next !== number) edges.push({ from: number, to: next, relation: "fr" });
	}
	return [...edges, ...(story.edges ?? [])];
}

/** A text as Graphviz takes it; lines stand to the left. */
function quote(text: string): string {
	const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\u0000", "\ufffd");
	return `"${escaped.replace(/\r?\n/g, "\\n")}"`;
}

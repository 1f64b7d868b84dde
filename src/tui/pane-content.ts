import type { PaneContent, PaneName } from "./pane.ts";
import { memoryPane } from "./panes/memory-pane.ts";
import { reasonPane } from "./panes/reason-pane.ts";
import { ringPane } from "./panes/ring-pane.ts";
import { sourcePane } from "./panes/source-pane.ts";
import { stepsPane } from "./panes/steps-pane.ts";
import { viewsPane } from "./panes/views-pane.ts";
import type { ViewerState } from "./viewer-state.ts";

/** What a pane of a given width shows at this moment. */
export function paneContent(state: ViewerState, name: PaneName, width: number): PaneContent {
	switch (name) {
		case "steps":
			return stepsPane(state);
		case "source":
			return sourcePane(state);
		case "memory":
			return memoryPane(state);
		case "views":
			return viewsPane(state);
		case "ring":
			return ringPane(state, width);
		case "reason":
			return reasonPane(state, width);
	}
}

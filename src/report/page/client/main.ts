// The page's script: reads the story that the page carries, and lets a reader step through it.

import { element } from "./elements.ts";
import { readStory } from "./read-story.ts";
import { startStepping } from "./start-stepping.ts";
import { startTheme } from "./theme.ts";

const story = readStory();
startTheme();
element("theme", HTMLButtonElement).hidden = false;
if (story.steps.length > 0) startStepping(story);

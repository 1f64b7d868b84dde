// Writes docs/grammar.md anew; run at the root of the repository.

import { writeFileSync } from "node:fs";
import { grammarPage } from "./grammar-page.ts";
import { grammarTexts } from "./grammar-texts.ts";

writeFileSync("docs/grammar.md", grammarPage(grammarTexts));

#!/usr/bin/env node
import { createHerd7Shell } from "./process-shell.ts";
import { runHerd7 } from "./run.ts";

process.exitCode = await runHerd7(process.argv.slice(2), createHerd7Shell());

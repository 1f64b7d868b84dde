#!/usr/bin/env node
import { runCommandLine } from "./command-line.ts";
import { createProcessShell } from "./process-shell.ts";

process.exitCode = await runCommandLine(process.argv.slice(2), createProcessShell());

import type { Plugin } from "esbuild";

/** See the module. */
export declare const inkWithoutDevtools: Plugin;

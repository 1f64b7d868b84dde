import { type Configuration, DEFAULT_CONFIGURATION, submitted } from "../configuration.ts";
import type { QuestionModel } from "./question.ts";

/** All models, the kernel's first. */
export const ALL_MODELS: readonly QuestionModel[] = ["lkmm", "armv8", "tso", "sc"];

/** A ring of 32 bytes, one producer of one record of eight bytes, and nobody who reads. */
export const SMALL: Configuration = {
	...DEFAULT_CONFIGURATION,
	tiny: true,
	size: 32,
	producers: 1,
	consumers: 0,
};

/** A ring that is overwritten by three records, each of which has room only where the one before was. */
export const OVERWRITTEN: Configuration = {
	...SMALL,
	variant: "overwrite",
	records: [submitted(8), submitted(8), submitted(8)],
};

import type { Model } from "../../cat/model.ts";
import type { CheckOptions } from "../../checker/options.ts";
import type { Program } from "../../execution/program.ts";
import type { Configuration } from "../../ringbuf-model/configuration.ts";

/** What is searched. */
export interface LongSubject {
	/** What it is called in messages. */
	readonly title: string;
	readonly program: Program;
	/** The ring that the program is made from, if it is: its properties are functions, which cannot be sent. */
	readonly configuration?: Configuration;
	readonly model: Model;
	readonly modelName: string;
	/** Without a time limit, which is kept outside of the search. */
	readonly options: CheckOptions;
}

import * as z from "zod";
import { DOCUMENT_FORMATS } from "../../report/gate/document-formats.ts";

const text = z.string().min(1);
const oneOrMore = z.union([text, z.array(text).min(1)], "expected a text or a list of texts");

/** What a configuration may hold. */
export const configurationSchema = z.strictObject({
	paths: oneOrMore.optional(),
	model: oneOrMore.optional(),
	conf: text.optional(),
	cat: text.optional(),
	bell: text.optional(),
	macros: text.optional(),
	variant: oneOrMore.optional(),
	include: oneOrMore.optional(),
	set: z.record(z.string(), z.union([z.int(), text], "expected a whole number")).optional(),
	unroll: z.int().min(1).optional(),
	timeout: z.number().positive().optional(),
	format: z.enum(["text", ...DOCUMENT_FORMATS]).optional(),
	output: text.optional(),
	filter: z.string().optional(),
	symmetry: z.boolean().optional(),
	bail: z.boolean().optional(),
	color: z.enum(["auto", "always", "never"]).optional(),
	jobs: z.int().min(1).optional(),
	cache: z.boolean().optional(),
});

/** A configuration that is in order. */
export type Configuration = z.infer<typeof configurationSchema>;

/** The forms of a report that is one document at the end of a run. */
export const DOCUMENT_FORMATS = ["json", "junit", "sarif", "github", "tap"] as const;

/** One of them. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

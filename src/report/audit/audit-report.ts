import type { Audit } from "../../audit/audit.ts";
import type { Subject } from "../../audit/trial.ts";

/** An audit with what a report of it has to say beside. */
export interface AuditReport {
	readonly audit: Audit;
	readonly subjects: readonly Subject[];
	/** What was audited: a test's name, a variant's. */
	readonly title: string;
	/** As the user named it. */
	readonly model: string;
	/** Path of the test's own text; places in it are named without it. */
	readonly path: string;
	/** What bounded the searches, in a few words. */
	readonly bounds: string;
	/**
	 * The command that explains how something happens after a change, if there is one.
	 * @param change as `--with` takes it
	 */
	readonly explain: (change: string, subject: number, outcome: number) => string | undefined;
}

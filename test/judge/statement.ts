/** A statement of a random test, before it has its place. */
export interface Statement {
	/** Memory events on its longest path. */
	readonly events: number;
	/**
	 * Its lines. `place` is a name fragment that no other statement of the thread has; names that must
	 * be unique, such as labels and cookies, are made with it.
	 */
	readonly lines: (place: string) => readonly string[];
}

/** A statement that is one line, whatever its place. */
export function line(events: number, text: string): Statement {
	return { events, lines: () => [text] };
}

/** The lines of a list of statements, indented once. */
export function indented(body: readonly Statement[], place: string): readonly string[] {
	return body.flatMap((statement, index) => statement.lines(`${place}_${index}`)).map((text) => `\t${text}`);
}

/** The memory events of a list of statements that all run. */
export function eventsOf(body: readonly Statement[]): number {
	return body.reduce((sum, statement) => sum + statement.events, 0);
}

/** The main part of a page. */
export interface MainPart {
	readonly markup: string;
	/** Rules of style that only this page has. */
	readonly style: string;
}

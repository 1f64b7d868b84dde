/**
 * Texts that are kept from one run to the next. It may forget any of them at any time, and what goes wrong is
 * kept quiet: it never throws, and never gives another text than the one that was written under a key.
 */
export interface TextCache {
	/** The text last written under a key, or undefined if it is not there whole. */
	read(key: string): string | undefined;
	/** @param key lower-case hexadecimal digits, 64 of them */
	write(key: string, text: string): void;
}

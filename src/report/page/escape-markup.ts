/** What XML 1.0 has no place for: control characters, halves of surrogate pairs, two non-characters. */
const FORBIDDEN =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be replaced
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/**
 * Text as it may stand in XML and in HTML, between tags and in attributes within quotation marks. A character that XML
 * cannot hold becomes U+FFFD.
 */
export function escapeMarkup(text: string): string {
	return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

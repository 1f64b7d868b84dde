const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;
const REFERENCE = /&(?!(?:amp|lt|gt|quot|#39);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const LONE = /\p{Cs}/u;

/** A text as markup can hold it: what XML has no place for is U+FFFD. */
export function printable(text: string): string {
	return text.replace(/\p{Cs}/gu, "\ufffd").replace(new RegExp(FORBIDDEN, "g"), "\ufffd");
}

/** What keeps a text from being one well-formed XML element, or undefined. Knows as much of XML as pictures are made of. */
export function xmlFault(text: string): string | undefined {
	const open: string[] = [];
	let roots = 0;
	let at = 0;
	while (at < text.length) {
		if (text[at] !== "<") {
			const end = text.indexOf("<", at);
			const words = text.slice(at, end < 0 ? text.length : end);
			if (REFERENCE.test(words) || FORBIDDEN.test(words) || LONE.test(words)) return `text: ${words}`;
			if (open.length === 0 && words.trim() !== "") return `outside: ${words}`;
			at += words.length;
			continue;
		}
		const tag = TAG.exec(text.slice(at));
		if (tag === null) return `tag: ${text.slice(at, at + 60)}`;
		const [whole, closing, name, attributes, empty] = tag;
		if (REFERENCE.test(attributes) || FORBIDDEN.test(attributes)) return `attributes: ${attributes}`;
		const names = [...attributes.matchAll(/\s([\w:-]+)=/g)].map(([, attribute]) => attribute);
		if (new Set(names).size < names.length) return `twice: ${attributes}`;
		if (closing !== "" && open.pop() !== name) return `closes: ${name}`;
		if (closing === "") {
			if (open.length === 0) roots++;
			if (empty === "") open.push(name);
		}
		at += whole.length;
	}
	if (open.length > 0) return `open: ${open.join(" ")}`;
	return roots === 1 ? undefined : `${roots} roots`;
}

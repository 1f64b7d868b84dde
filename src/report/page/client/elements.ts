/** The element of an id, which the page has. Throws a TypeError where it has not, or has another kind. */
export function element<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind {
	const found = document.getElementById(id);
	if (found instanceof kind) return found;
	throw new TypeError(`the page has no ${kind.name} #${id}`);
}

/** All elements of a selector, of HTML and of SVG. */
export function elements(selector: string): readonly (HTMLElement | SVGElement)[] {
	return [...document.querySelectorAll<HTMLElement | SVGElement>(selector)];
}

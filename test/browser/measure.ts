// Runs inside the page, and uses nothing from outside of itself.

/** A text that a reader can hardly read, or not wholly. */
export interface Flaw {
	readonly text: string;
	readonly flaw: string;
}

/**
 * Looks at every visible text of the page: its contrast to what it stands on, and whether it is cut where nothing scrolls. Events
 * that have not happened yet are pale on purpose, and left out; so are buttons that lead nowhere.
 */
export function measurePage(): Flaw[] {
	const flaws: Flaw[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		const element = node.parentElement;
		const text = node.textContent?.trim() ?? "";
		if (
			element === null ||
			text === "" ||
			element.closest("script, title, noscript, .ahead, .said, dialog:not([open])")
		)
			continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		const box = range.getBoundingClientRect();
		if (box.width === 0 || !element.checkVisibility()) continue;
		const ratio = contrast(element, box);
		if (ratio < 4.5) flaws.push({ text, flaw: `contrast ${ratio.toFixed(2)}` });
		if (!element.closest(".scroll") && (box.left < -0.5 || box.right > innerWidth + 0.5))
			flaws.push({ text, flaw: `from ${box.left} to ${box.right}` });
		const parent = element.closest<HTMLElement>("button, td, th, p, h1, h2, code");
		if (parent !== null && !(element instanceof SVGElement) && parent.scrollWidth > parent.clientWidth + 1)
			if (getComputedStyle(parent).display !== "inline" && !parent.closest(".lines"))
				flaws.push({ text, flaw: `cut in ${parent.localName}` });
	}
	return flaws;

	function contrast(element: Element, box: DOMRect): number {
		const style = getComputedStyle(element);
		const front = parse(element instanceof SVGElement ? style.fill : style.color);
		const [light, dark] = [luminance(front), luminance(behind(element, box))].sort(
			(one, other) => other - one,
		);
		return (light + 0.05) / (dark + 0.05);
	}

	function behind(element: Element, box: DOMRect): number[] {
		if (element instanceof SVGElement) {
			const group = element.parentElement;
			const shapes = [...(group?.children ?? [])].filter((shape) =>
				/^(?:rect|path|circle)$/.test(shape.localName),
			);
			for (const shape of shapes.reverse()) {
				const area = shape.getBoundingClientRect();
				const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
				const fill = parse(getComputedStyle(shape).fill);
				if (
					fill[3] > 0 &&
					area.left <= x &&
					x <= area.right &&
					area.top <= y &&
					y <= area.bottom &&
					area.height > 8
				)
					return fill;
			}
		}
		const paper = element.closest("svg")?.querySelector(".paper");
		if (paper) return parse(getComputedStyle(paper).fill);
		for (let ancestor: Element | null = element; ancestor !== null; ancestor = ancestor.parentElement) {
			const colour = parse(getComputedStyle(ancestor).backgroundColor);
			if (colour[3] > 0.9) return colour;
		}
		return [255, 255, 255, 1];
	}

	function parse(colour: string): number[] {
		const numbers = (colour.match(/[\d.]+/g) ?? []).map(Number);
		if (colour === "none" || numbers.length < 3) return [0, 0, 0, 0];
		return [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
	}

	function luminance([red, green, blue]: number[]): number {
		const [r, g, b] = [red, green, blue].map((part) => {
			const share = part / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	}
}

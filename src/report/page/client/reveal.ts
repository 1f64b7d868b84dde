/**
 * Scrolls a part of the page so far that something in it shows, and not the page itself. Without a sudden jump, unless the
 * reader's system asks for less motion.
 */
export function reveal(part: Element, inner: Element): void {
	const [whole, box] = [part.getBoundingClientRect(), inner.getBoundingClientRect()];
	if (whole.height === 0 || box.height === 0) return;
	const frame = visible(whole);
	const room = Math.min(60, (frame.bottom - frame.top) / 4);
	const down = box.bottom + room > frame.bottom ? box.bottom - frame.bottom + room : 0;
	const up = box.top - room < frame.top ? box.top - frame.top - room : 0;
	const right = box.right + 12 > frame.right ? box.right - frame.right + 12 : 0;
	const left = box.left - 12 < frame.left ? box.left - frame.left - 12 : 0;
	if (down === 0 && up === 0 && right === 0 && left === 0) return;
	const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
	part.scrollBy({ top: up || down, left: left || right, behavior: isCalm ? "instant" : "smooth" });
}

/** What the window shows of a part of the page, if that is enough to look at. */
function visible({ top, bottom, left, right }: DOMRect) {
	const bars = [...document.querySelectorAll(".stay, .bar")];
	const bar = Math.max(0, ...bars.map((found) => found.getBoundingClientRect().bottom));
	const shown = { top: Math.max(top, bar), bottom: Math.min(bottom, innerHeight), left, right };
	return shown.bottom - shown.top < 110 ? { top, bottom, left, right } : shown;
}

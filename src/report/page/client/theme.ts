import { element } from "./elements.ts";

const THEMES = ["system", "light", "dark"] as const;

/** Lets the button go round between the system's colours, light and dark. Nothing is kept: the page leaves no trace. */
export function startTheme(): void {
	const button = element("theme", HTMLButtonElement);
	let current = 0;
	button.addEventListener("click", () => {
		current = (current + 1) % THEMES.length;
		const theme = THEMES[current];
		document.documentElement.style.colorScheme = theme === "system" ? "" : theme;
		button.textContent = `Colours: ${theme}`;
	});
}

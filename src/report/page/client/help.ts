import { element } from "./elements.ts";

/** Opens the dialog that lists the keys; the browser closes it, and gives the focus back. */
export function openHelp(): void {
	element("help", HTMLDialogElement).showModal();
}

// Files that the bundler and vitest turn into modules whose default export is the file's text.

declare module "*.ohm" {
	/** The grammar's source. */
	const text: string;
	export default text;
}

declare module "*.ohm?recipe" {
	/** What `makeRecipe` makes the grammar from. */
	const recipe: import("ohm-js").GrammarRecipe;
	export default recipe;
}

declare module "*.cat" {
	/** The model's source. */
	const text: string;
	export default text;
}

declare module "*.bell" {
	/** The source of the declarations that a model rests on. */
	const text: string;
	export default text;
}

declare module "*.def" {
	/** The source of the macro definitions that belong to a model. */
	const text: string;
	export default text;
}

declare module "*.litmus" {
	/** The litmus test's source. */
	const text: string;
	export default text;
}

declare module "*.c" {
	/** A source of the ring buffer's protocol. */
	const text: string;
	export default text;
}

declare module "*.h" {
	/** What sources of the ring buffer's protocol share. */
	const text: string;
	export default text;
}

declare module "*.ts?script" {
	/** The script with all that it imports, as a browser takes it. */
	const text: string;
	export default text;
}

declare module "*.css?style" {
	/** The style sheet. */
	const text: string;
	export default text;
}

const ENTER = "\u001b[?1049h\u001b[?25l\u001b[2J";
const LEAVE = "\u001b[?25h\u001b[?1049l";
const CLEAR = "\u001b[2J";

/** A terminal that takes whole pictures. */
export interface Frames {
	/**
	 * Stands for the terminal towards ink: what is written here is a picture from the screen's first line on, and goes to the terminal as far as it differs
	 * from the one before.
	 */
	readonly stream: NodeJS.WriteStream;
	/** Shows a screen of its own without a cursor; what was on the terminal stays as it is underneath. */
	open(): void;
	/** Brings back what was there before, and the cursor. Later pictures are ignored. */
	close(): void;
}

/**
 * Frames on a terminal. Each line is placed by itself and cleared before it is written, so that it neither matters what the terminal does behind a full
 * line nor what a change of its size did to older lines. Lines below the terminal's last row are left out.
 */
export function framesOn(stdout: NodeJS.WriteStream): Frames {
	let isOpen = false;
	let shown: readonly string[] = [];
	let size = "";
	const draw = (picture: string): void => {
		const lines = picture.split("\n").slice(0, stdout.rows);
		const now = `${stdout.columns}x${stdout.rows}`;
		const isNew = now !== size;
		const changed = lines.flatMap((line, row) =>
			isNew || line !== shown[row] ? [`\u001b[${row + 1};1H\u001b[K${line}`] : [],
		);
		for (let row = lines.length; row < shown.length && !isNew; row++)
			changed.push(`\u001b[${row + 1};1H\u001b[K`);
		shown = lines;
		size = now;
		if (changed.length > 0) stdout.write((isNew ? CLEAR : "") + changed.join(""));
	};
	const write = (chunk: string, ...rest: readonly unknown[]): boolean => {
		if (isOpen && chunk !== "" && !chunk.startsWith("\u001b[?")) draw(chunk);
		const done = rest.at(-1);
		return typeof done === "function" ? stdout.write("", () => done()) : true;
	};
	const stream = new Proxy(stdout, {
		get(target, name) {
			if (name === "write") return write;
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === "function" ? value.bind(target) : value;
		},
	});
	return {
		stream,
		open() {
			isOpen = true;
			stdout.write(ENTER);
		},
		close() {
			if (!isOpen) return;
			isOpen = false;
			stdout.write(LEAVE);
		},
	};
}

import type { Expression, IntegerType } from "../../execution/expression.ts";
import type { Access } from "../../execution/instruction.ts";
import type { Program } from "../../execution/program.ts";
import { isPointer, type Value } from "../../execution/value.ts";
import * as messages from "../../source/messages-litmus.ts";
import type { Span } from "../../source/span.ts";
import type { Report } from "../report.ts";
import { ExpressionPrinter, inside, type PrintingThread } from "./expression-printer.ts";
import type { PlainNames } from "./plain-names.ts";
import type { PlainStatement } from "./plain-statement.ts";
import { type PlainType, type PlainTypes, typeName } from "./plain-types.ts";
import { updateCall } from "./print-update.ts";

/** A thread in C: its declarations and statements, a line each, and the variables that it uses. */
export interface PrintedThread {
	readonly lines: readonly string[];
	readonly cells: ReadonlySet<number>;
	/** Cells that SRCU works on. */
	readonly srcu: ReadonlySet<number>;
	/** The names of its registers. */
	readonly registers: ReadonlySet<string>;
}

/** Loads and stores by their tag: what stands before and behind the location, and whether that is an address. */
const LOADS: Readonly<Record<string, (place: string, address: string) => string>> = {
	"": (place) => place,
	ONCE: (place) => `READ_ONCE(${place})`,
	ACQUIRE: (_place, address) => `smp_load_acquire(${address})`,
	"Srcu-lock": (_place, address) => `srcu_read_lock(${address})`,
};

const STORES: Readonly<Record<string, (place: string, address: string, value: string) => string>> = {
	"": (place, _address, value) => `${place} = ${value}`,
	ONCE: (place, _address, value) => `WRITE_ONCE(${place}, ${value})`,
	RELEASE: (_place, address, value) => `smp_store_release(${address}, ${value})`,
	"Srcu-unlock": (_place, address, value) => `srcu_read_unlock(${address}, ${value})`,
};

const FENCES: Readonly<Record<string, string>> = {
	MB: "smp_mb",
	Rmb: "smp_rmb",
	Wmb: "smp_wmb",
	"Before-atomic": "smp_mb__before_atomic",
	"After-atomic": "smp_mb__after_atomic",
	"After-spinlock": "smp_mb__after_spinlock",
	"After-unlock-lock": "smp_mb__after_unlock_lock",
	"After-srcu-read-unlock": "smp_mb__after_srcu_read_unlock",
	Barrier: "barrier",
	"Rcu-lock": "rcu_read_lock",
	"Rcu-unlock": "rcu_read_unlock",
	"Sync-rcu": "synchronize_rcu",
	"Sync-srcu": "synchronize_srcu",
};

const OPPOSITES: Readonly<Record<string, string>> = {
	"==": "!=",
	"!=": "==",
	"<": ">=",
	">=": "<",
	">": "<=",
	"<=": ">",
};

/** Writes one thread. */
class ThreadPrinter implements PrintingThread {
	readonly #program: Program;
	readonly #thread: number;
	readonly #names: PlainNames;
	readonly #types: PlainTypes;
	readonly report: Report;
	readonly #expressions: ExpressionPrinter;
	readonly #declared = new Map<string, string>();
	readonly #start: Span;
	readonly cells = new Set<number>();
	readonly srcu = new Set<number>();
	#lines: string[] = [];
	#indent = "\t";

	constructor(program: Program, thread: number, names: PlainNames, types: PlainTypes, report: Report) {
		this.#program = program;
		this.#thread = thread;
		this.#names = names;
		this.#types = types;
		this.report = report;
		this.#start = { file: program.file, start: 0, end: 0 };
		this.#expressions = new ExpressionPrinter(this, this.#start);
	}

	localName(local: number): string {
		const name = this.#names.locals[this.#thread][local];
		this.#declared.set(name, typeName(this.localType(local), this.#types.pointee));
		return name;
	}

	localType(local: number): PlainType {
		return this.#types.locals[this.#thread][local];
	}

	variableAt(address: Value): string | undefined {
		const cell = this.#cellAt(address);
		if (cell === undefined) return undefined;
		this.cells.add(cell);
		return this.#names.cells[cell];
	}

	keep(type: IntegerType, text: string): string {
		const name = this.#names.fresh(this.#thread);
		this.#declared.set(name, typeName(type));
		this.#line(`${name} = ${text};`);
		return name;
	}

	/** @param asked registers that are declared in any case */
	print(statements: readonly PlainStatement[], asked: Iterable<number>): readonly string[] {
		for (const local of asked) this.localName(local);
		this.#statements(statements);
		const declarations = [...this.#declared].map(([name, type]) =>
			type.endsWith("*") ? `\t${type}${name};` : `\t${type} ${name};`,
		);
		return [...declarations, ...(declarations.length > 0 ? [""] : []), ...this.#lines];
	}

	registers(): ReadonlySet<string> {
		return new Set(this.#declared.keys());
	}

	#cellAt(address: Value): number | undefined {
		if (!isPointer(address)) return undefined;
		return this.#program.objects.at(address.object)?.cells.get(address.offset);
	}

	#line(text: string): void {
		this.#lines.push(`${this.#indent}${text}`);
	}

	#statements(statements: readonly PlainStatement[]): void {
		for (const statement of statements) {
			switch (statement.kind) {
				case "assign": {
					const { local, value, span = this.#start } = statement;
					const text = this.#expressions.printFor(this.localType(local), value, span);
					this.#line(`${this.localName(local)} = ${text};`);
					break;
				}
				case "point": {
					this.cells.add(statement.cell);
					const index = this.localName(statement.index);
					const { at } = statement;
					const rest = at === 0n ? `(${index} & 0)` : `(${index} - ${at < 0n ? `(${at})` : at})`;
					this.#line(`${this.localName(statement.local)} = ${this.#names.cells[statement.cell]} + ${rest};`);
					break;
				}
				case "access":
					this.#access(statement.instruction);
					break;
				case "if":
					this.#branch(statement);
			}
		}
	}

	#branch({ condition, arms, span = this.#start }: PlainStatement & { kind: "if" }): void {
		const printed = this.#expressions.print(condition, span);
		let { text } = printed;
		let [yes, no] = arms;
		if (yes.length === 0) {
			text = this.#opposite(condition, text) ?? `${inside(printed)} == 0`;
			[yes, no] = [no, yes];
		}
		this.#line(`if (${text}) {`);
		this.#arm(yes);
		if (no.length > 0) {
			this.#line("} else {");
			this.#arm(no);
		}
		this.#line("}");
	}

	/** A comparison that is true where this one is false. */
	#opposite(condition: Expression, text: string): string | undefined {
		if (condition.kind !== "binary") return undefined;
		const operator = OPPOSITES[condition.operator];
		const parts = text.split(` ${condition.operator} `);
		return operator === undefined || parts.length !== 2 ? undefined : parts.join(` ${operator} `);
	}

	#arm(statements: readonly PlainStatement[]): void {
		this.#indent += "\t";
		this.#statements(statements);
		this.#indent = this.#indent.slice(1);
	}

	#access(instruction: Access): void {
		const { span = this.#start, address } = instruction;
		const where = address && this.#address(address, span);
		const text = this.#call(instruction, where ?? "", span);
		if (text === undefined) this.report.add(messages.plainPrimitive(span));
		else this.#line(`${text};`);
	}

	#address(address: Expression, span: Span): string {
		if (address.kind !== "constant") return this.#expressions.print(address, span).text;
		const name = this.variableAt(address.value);
		if (name === undefined) this.report.add(messages.plainAddress(span));
		return name ?? "";
	}

	/** The type of what is at an address. */
	#typeAt(address: Expression): PlainType {
		const cell = address.kind === "constant" ? this.#cellAt(address.value) : undefined;
		return cell === undefined ? this.#types.pointee : this.#types.cells[cell];
	}

	#call(instruction: Access, where: string, span: Span): string | undefined {
		switch (instruction.kind) {
			case "load": {
				const text = LOADS[instruction.tags.join()]?.(`*${where}`, where);
				if (instruction.tags.includes("Srcu-lock")) this.#markSrcu(instruction.address);
				return text && `${this.localName(instruction.local)} = ${text}`;
			}
			case "store": {
				const { tags, address } = instruction;
				if (tags.includes("Srcu-unlock")) this.#markSrcu(address);
				const value = this.#expressions.printFor(this.#typeAt(address), instruction.value, span);
				return STORES[tags.join()]?.(`*${where}`, where, value);
			}
			case "update": {
				const call = updateCall(instruction);
				if (call === undefined) return undefined;
				const type = this.#typeAt(instruction.address);
				const values = call.operands.map((operand) => this.#expressions.printFor(type, operand, span));
				const text = `${call.name}(${(call.isLast ? [...values, where] : [where, ...values]).join(", ")})`;
				return call.hasValue ? `${this.localName(instruction.local)} = ${text}` : text;
			}
			case "fence": {
				const name = FENCES[instruction.tags.join()];
				if (instruction.address) this.#markSrcu(instruction.address);
				return name && `${name}(${where})`;
			}
			case "lock":
			case "unlock":
				return `spin_${instruction.kind}(${where})`;
			case "trylock":
				return `${this.localName(instruction.local)} = spin_trylock(${where})`;
			case "islocked":
				return `${this.localName(instruction.local)} = spin_is_locked(${where})`;
		}
	}

	#markSrcu(address: Expression): void {
		const cell = address.kind === "constant" ? this.#cellAt(address.value) : undefined;
		if (cell !== undefined) this.srcu.add(cell);
	}
}

/**
 * One thread's statements in C. What has no C that plain tests know is reported.
 * @param asked registers that are declared whether the thread uses them or not
 */
export function printThread(
	program: Program,
	thread: number,
	statements: readonly PlainStatement[],
	asked: Iterable<number>,
	names: PlainNames,
	types: PlainTypes,
	report: Report,
): PrintedThread {
	const printer = new ThreadPrinter(program, thread, names, types, report);
	const lines = printer.print(statements, asked);
	const { cells, srcu } = printer;
	return { lines, cells, srcu, registers: printer.registers() };
}

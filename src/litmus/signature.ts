import type { Primitive, Role } from "./primitive.ts";

/** How a primitive is called, for messages: `atomic_add(v, p)`, `WRITE_ONCE(*p, v)`, `cmpxchg(p, old, new)`. */
export function signature({ name, roles, action }: Primitive): string {
	const exchanges = action.kind === "update" && action.when === "equal";
	const names: Readonly<Record<Role, string>> = {
		address: "p",
		place: "*p",
		operand: exchanges ? "new" : "v",
		comparand: exchanges ? "old" : "u",
	};
	return `${name}(${roles.map((role) => names[role]).join(", ")})`;
}

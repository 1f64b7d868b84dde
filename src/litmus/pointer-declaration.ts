import type { CType } from "./c-type.ts";

const INTEGERS: Readonly<Record<string, string>> = {
	"1u": "bool ",
	"8s": "char ",
	"8u": "u8 ",
	"16s": "short ",
	"16u": "u16 ",
	"32s": "int ",
	"32u": "unsigned ",
	"64s": "long ",
	"64u": "unsigned long ",
};

/** How the declaration of a pointer to a type begins: `int *`, `int **`, `spinlock_t *`. */
export function pointerDeclaration(to: CType): string {
	switch (to.kind) {
		case "void":
			return "void *";
		case "integer":
			return `${INTEGERS[`${to.type.bits}${to.type.signed ? "s" : "u"}`]}*`;
		case "pointer":
			return `${pointerDeclaration(to.to)}*`;
		case "opaque":
		case "record":
			return `${to.name} *`;
		case "array":
			return pointerDeclaration(to.of);
		case "function":
			return `${pointerDeclaration(to.result)}(*`;
	}
}

/** Words that are no names in C, as the grammar has them. */
const KEYWORDS: ReadonlySet<string> = new Set(
	[
		"if else while do for switch case default goto break continue return sizeof struct union enum",
		"int unsigned long short char signed void _Bool bool float double",
		"const volatile restrict register static __rcu",
		"u8 u16 u32 u64 s8 s16 s32 s64 __u8 __u16 __u32 __u64 __s8 __s16 __s32 __s64",
	]
		.join(" ")
		.split(" "),
);

/** Whether a word is one of C's own. */
export function isKeyword(word: string): boolean {
	return KEYWORDS.has(word);
}

/** Whether a word may begin a type: one of C's, or a name that ends like a type's. */
export function mayBeType(word: string): boolean {
	return KEYWORDS.has(word) || word.endsWith("_t");
}

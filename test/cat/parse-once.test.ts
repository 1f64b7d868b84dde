import { expect, test } from "vitest";
import { parseOnce } from "../../src/cat/parse-once.ts";

test("a text is parsed again only if it is another one, or stands elsewhere", () => {
	const first = parseOnce({ path: "once.cat", text: "acyclic po" });
	expect(first.ok && first.value.statements).toHaveLength(1);
	expect(parseOnce({ path: "once.cat", text: "acyclic po" })).toBe(first);

	const elsewhere = parseOnce({ path: "twice.cat", text: "acyclic po" });
	expect(elsewhere).not.toBe(first);
	expect(elsewhere.ok && elsewhere.value.statements[0]).toMatchObject({
		span: { file: { path: "twice.cat" } },
	});

	const edited = parseOnce({ path: "once.cat", text: "acyclic po empty rf" });
	expect(edited.ok && edited.value.statements).toHaveLength(2);
	const broken = parseOnce({ path: "once.cat", text: "acyclic" });
	expect(broken.ok).toBe(false);
	expect(parseOnce({ path: "once.cat", text: "acyclic" })).toBe(broken);
});

import fc from "fast-check";
import { condition, oneRead, REGISTERS, simpleStatement, type Theme } from "./arbitrary-access.ts";
import { eventsOf, indented, type Statement } from "./statement.ts";

const register = fc.constantFrom(...REGISTERS);

/** A statement of a thread's outermost block. */
export function arbitraryStatement(theme: Theme): fc.Arbitrary<Statement> {
	const simple = simpleStatement(theme);
	// Bodies leave the way they came in, so that sections around them stay balanced.
	const body = fc.array(simple, { minLength: 0, maxLength: 3 });
	const branch = branchOn(body);
	const inner = fc.array(fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: branch }), {
		minLength: 0,
		maxLength: 3,
	});
	const control = theme === "control" ? 5 : 1;
	const sections = theme === "lock" || theme === "rcu" || theme === "srcu";
	return fc.oneof(
		{ weight: 16, arbitrary: simple },
		{ weight: sections ? 10 : 1, arbitrary: sectionOf(inner, theme) },
		{ weight: 2 * control, arbitrary: branch },
		{ weight: control, arbitrary: leave },
		{ weight: control, arbitrary: skipOver(body) },
		{ weight: control, arbitrary: repeated(simple) },
		{ weight: control, arbitrary: chosenFrom(body) },
	);
}

type Body = fc.Arbitrary<readonly Statement[]>;

function branchOn(body: Body): fc.Arbitrary<Statement> {
	return fc.tuple(condition, body, fc.option(body, { nil: undefined })).map(
		([[reads, text], then, otherwise]): Statement => ({
			events: reads + Math.max(eventsOf(then), eventsOf(otherwise ?? [])),
			lines: (place) => [
				`if (${text}) {`,
				...indented(then, `${place}t`),
				...(otherwise === undefined ? ["}"] : ["} else {", ...indented(otherwise, `${place}e`), "}"]),
			],
		}),
	);
}

function sectionOf(inner: Body, theme: Theme): fc.Arbitrary<Statement> {
	const kinds = theme === "rcu" || theme === "srcu" ? [theme] : ["lock", "trylock", "rcu", "srcu"];
	const kind = fc.constantFrom(...kinds, ...(theme === "lock" ? ["lock", "lock", "trylock"] : []));
	return fc
		.tuple(kind, inner, fc.constantFrom("l", "l", "m"), register)
		.map(([kind, statements, lock, r]): Statement => {
			const events = eventsOf(statements);
			const wrap = (before: string, after: string): Statement => ({
				events: events + 3,
				lines: (place) => [
					before.replaceAll("@", place),
					...indented(statements, place).map((text) => text.slice(1)),
					after.replaceAll("@", place),
				],
			});
			if (kind === "lock") return wrap(`spin_lock(${lock});`, `spin_unlock(${lock});`);
			if (kind === "rcu") return { ...wrap("rcu_read_lock();", "rcu_read_unlock();"), events };
			if (kind === "srcu")
				return { ...wrap("int c@ = srcu_read_lock(s);", "srcu_read_unlock(s, c@);"), events: events + 2 };
			return {
				events: events + 3,
				lines: (place) => [
					`${r} = spin_trylock(${lock});`,
					`if (${r}) {`,
					...indented(statements, place),
					`\tspin_unlock(${lock});`,
					"}",
				],
			};
		});
}

const leave = condition.map(
	([events, text]): Statement => ({ events, lines: () => [`if (${text})`, "\treturn;"] }),
);

function skipOver(body: Body): fc.Arbitrary<Statement> {
	return fc.tuple(condition, body).map(
		([[reads, text], skipped]): Statement => ({
			events: reads + eventsOf(skipped),
			lines: (place) => [
				`if (${text})`,
				`\tgoto skip${place};`,
				...indented(skipped, place).map((inside) => inside.slice(1)),
				`skip${place}: ;`,
			],
		}),
	);
}

function repeated(simple: fc.Arbitrary<Statement>): fc.Arbitrary<Statement> {
	return fc.tuple(simple, fc.nat(4), register, oneRead).map(([statement, form, r, read]): Statement => {
		const { events } = statement;
		const inside = (place: string): readonly string[] => indented([statement], place);
		const forms: readonly Statement[] = [
			{
				events: 2 * events,
				lines: (place) => [`for (int i${place} = 0; i${place} < 2; i${place}++) {`, ...inside(place), "}"],
			},
			{ events: 1, lines: () => [`while (${read} == 0)`, "\t;"] },
			{ events: 2 * events, lines: (place) => ["do {", ...inside(place), `} while (${r} == 1);`] },
			{
				events: 2 * events + 2,
				lines: (place) => [`while (${read} == 1) {`, ...inside(place), "}"],
			},
			{
				events: events + 2,
				lines: (place) => [
					"for (;;) {",
					`\t${r} = ${read};`,
					`\tif (${r} == 0)`,
					"\t\tbreak;",
					...inside(place),
					"}",
				],
			},
		];
		return forms[form];
	});
}

function chosenFrom(body: Body): fc.Arbitrary<Statement> {
	return fc.tuple(oneRead, body, body).map(
		([read, first, second]): Statement => ({
			events: 1 + eventsOf(first) + eventsOf(second),
			lines: (place) => [
				`switch (${read}) {`,
				"case 1:",
				...indented(first, `${place}a`),
				...(first.length % 2 === 0 ? ["\tbreak;"] : []),
				"default:",
				...indented(second, `${place}b`),
				"\t;",
				"}",
			],
		}),
	);
}

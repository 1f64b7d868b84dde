/** An object of SARIF: nothing but these properties. */
function object(required: readonly string[], properties: Readonly<Record<string, object>>): object {
	return { type: "object", required, properties, additionalProperties: false };
}

const list = (items: object, unique = false): object => ({ type: "array", items, uniqueItems: unique });
const text = { type: "string" };
const fromOne = { type: "integer", minimum: 1 };
const message = object(["text"], { text });
const level = { enum: ["none", "note", "warning", "error"] };

/**
 * What SARIF 2.1.0 says of the parts of a log that are used here, and no others: sections 3.13 (log), 3.14 (run),
 * 3.18 (tool), 3.20 (invocation), 3.27 (result), 3.28 to 3.30 (places), 3.49 (rule) and 3.58 (notification).
 */
export const SARIF_SCHEMA = object(["version", "runs"], {
	$schema: { type: "string", format: "uri" },
	version: { const: "2.1.0" },
	runs: list(
		object(["tool"], {
			tool: object(["driver"], {
				driver: object(["name"], {
					name: text,
					version: text,
					rules: list(object(["id"], { id: text, shortDescription: message }), true),
				}),
			}),
			columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
			invocations: list(
				object(["executionSuccessful"], {
					executionSuccessful: { type: "boolean" },
					toolExecutionNotifications: list(object(["message"], { level, message })),
				}),
			),
			results: list({
				...object(["message"], {
					ruleId: text,
					ruleIndex: { type: "integer", minimum: 0 },
					kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
					level,
					message,
					locations: list(
						object([], {
							physicalLocation: object(["artifactLocation"], {
								artifactLocation: object([], { uri: { type: "string", format: "uri-reference" } }),
								region: object(["startLine"], {
									startLine: fromOne,
									startColumn: fromOne,
									endLine: fromOne,
									endColumn: fromOne,
								}),
							}),
						}),
					),
					partialFingerprints: { type: "object", additionalProperties: text },
				}),
				// 3.27.10: only a failure has a level.
				if: { properties: { kind: { not: { const: "fail" } } } },
				// biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
				then: { properties: { level: { const: "none" } } },
			}),
		}),
	),
});

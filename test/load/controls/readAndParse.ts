import { DatabaseSync } from "node:sqlite";
import { answer } from "../child.ts";

/** Control for G8: reads the same rows and parses them, nothing else. Answers with ms. */
const [, , file = "", query = ""] = process.argv;

answer(() => {
	const began = performance.now();
	const database = new DatabaseSync(file, { readOnly: true });
	let parsed = 0;
	for (const row of database.prepare(query).iterate()) {
		JSON.parse(String(Object.values(row)[0]));
		parsed += 1;
	}
	database.close();
	globalThis.gc?.();
	return { ms: performance.now() - began, parsed };
});
process.send?.("ready");

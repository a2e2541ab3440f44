export { csv } from "../../../../shared/csv.ts";

const types = { csv: "text/csv", json: "application/json" } as const;

/** Hands a text to the visitor as a file of the kind that its name ends in. */
export function saveAs(fileName: `${string}.${keyof typeof types}`, text: string): void {
	const type = fileName.endsWith(".json") ? types.json : types.csv;
	const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	const link = document.createElement("a");
	link.href = address;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

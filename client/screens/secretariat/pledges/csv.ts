export { csv } from "../../../../shared/csv.ts";

/** Hands a text to the visitor as a file. */
export function saveAs(fileName: string, text: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
	const link = document.createElement("a");
	link.href = address;
	link.download = fileName;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

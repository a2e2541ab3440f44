/** One cell: quoted, and never a formula for the spreadsheet that opens it, whoever wrote the text. */
function cell(value: string | number): string {
	if (typeof value === "number") return String(value);
	const harmless = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
	return `"${harmless.replaceAll('"', '""')}"`;
}

/** A table as CSV (RFC 4180). The mark at the start tells spreadsheets that it is UTF-8. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
	return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

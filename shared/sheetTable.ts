import Papa from "papaparse";

/** A row as it stands in the file. */
export interface SheetLine<Column extends string> {
	/** As a spreadsheet numbers it: the header is 1. */
	readonly row: number;
	readonly values: Partial<Record<Column, string>>;
	/** More cells than the header has columns. */
	readonly isTooLong: boolean;
	/** A quotation mark that is not closed, or closed in the middle of a cell. */
	readonly isMisquoted: boolean;
}

/** Why nothing of a file can be read. */
export type TableProblem =
	| { readonly code: "empty" | "noDelegationColumn" }
	| { readonly code: "unknownColumn" | "columnTwice"; readonly column: string };

export type SheetTable<Column extends string> =
	| { readonly lines: readonly SheetLine<Column>[] }
	| { readonly problem: TableProblem };

/** What stands between cells: whatever the header row has most of. A later cell may hold other marks. */
function delimiterOf(text: string): string {
	const header = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== "") ?? "";
	const count = (mark: string) => header.split(mark).length - 1;
	return ["\t", ";", ","].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");

/**
 * Reads a file of comma, semicolon or tab separated values: its header row and its rows.
 *
 * @param known the columns that it may have; `delegation` is among them, and no file is without it
 */
export function readTable<Column extends string>(
	file: string,
	known: readonly (Column | "delegation")[],
): SheetTable<Column | "delegation"> {
	/* Spreadsheets put a mark before UTF-8; it belongs to no cell. */
	const text = file.replace(/^\uFEFF/, "");
	const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
	const misquoted = new Set(errors.flatMap(({ type, row }) => (type === "Quotes" ? [row] : [])));
	const headerAt = data.findIndex((cells) => !isBlank(cells));
	const header = data[headerAt];
	if (header === undefined) return { problem: { code: "empty" } };
	const columns = headerOf(header, known);
	if ("problem" in columns) return columns;
	const lines = data.flatMap((cells, index): SheetLine<Column | "delegation">[] => {
		if (index <= headerAt || isBlank(cells)) return [];
		const values = Object.fromEntries(
			columns.names.flatMap((name, place) => (name === null ? [] : [[name, (cells[place] ?? "").trim()]])),
		) as Partial<Record<Column | "delegation", string>>;
		const isTooLong = cells.slice(columns.names.length).some((cell) => cell.trim() !== "");
		return [{ row: index + 1, values, isTooLong, isMisquoted: misquoted.has(index) }];
	});
	return lines.length === 0 ? { problem: { code: "empty" } } : { lines };
}

/** `Available from`, `available-from` and `availableFrom` are one column. */
function wordOf(name: string): string {
	return name
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, "");
}

function headerOf<Column extends string>(
	header: readonly string[],
	known: readonly (Column | "delegation")[],
): { names: (Column | "delegation" | null)[] } | { readonly problem: TableProblem } {
	const names: (Column | "delegation" | null)[] = [];
	for (const cell of header) {
		const word = wordOf(cell);
		const name = known.find((each) => wordOf(each) === word);
		if (name === undefined && word !== "") return { problem: { code: "unknownColumn", column: cell.trim() } };
		if (name !== undefined && names.includes(name)) return { problem: { code: "columnTwice", column: name } };
		names.push(name ?? null);
	}
	/* Spreadsheets leave empty columns at the end; a cell under one is one too many. */
	while (names.at(-1) === null) names.pop();
	return names.includes("delegation") ? { names } : { problem: { code: "noDelegationColumn" } };
}

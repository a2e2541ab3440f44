import * as z from "zod/mini";
import type { PledgeContent } from "../conference/pledge.ts";
import type { ImportedPledge } from "../conference/pledgeImport.ts";
import { importedPledge } from "../conference/pledgeImport.ts";
import { csv } from "../csv.ts";
import type { TableProblem } from "../sheetTable.ts";
import { readTable } from "../sheetTable.ts";

/** The columns of a sheet of pledges, as its header row names them. */
export const pledgeColumns = [
	..."delegation title details language kind earlier earlierQuantity form partners".split(" "),
	..."category subcategory priorities session need quantity unit amount currency conditions".split(" "),
	..."availableFrom availableTo readinessDays classification evidence contact stage".split(" "),
];

/** What is wrong with a cell, or with the whole row where there is no column. `value` is what stands there. */
export interface CellProblem {
	/** As a spreadsheet numbers it: the header is 1. */
	readonly row: number;
	readonly column: string | null;
	readonly code: "missing" | "badCell" | "badNumber" | "tooManyCells" | "misquoted";
	readonly value: string;
}

export interface PledgeSheet {
	/** Those without a problem, with their rows in the file. */
	readonly pledges: readonly { readonly row: number; readonly pledge: ImportedPledge }[];
	readonly problems: readonly CellProblem[];
}

/** The column in which a field of the content stands, where the names are not the same. */
const columnOf: Readonly<Record<string, string>> = {
	delegationId: "delegation",
	parts: "partners",
	plannedFor: "session",
	needId: "need",
};

/** Reads a sheet of pledges; what the conference knows is not looked at. */
export function readPledgeSheet(file: string): PledgeSheet | { readonly problem: TableProblem } {
	const table = readTable<string>(file, pledgeColumns);
	if ("problem" in table) return table;
	const pledges: { row: number; pledge: ImportedPledge }[] = [];
	const problems: CellProblem[] = [];
	for (const { row, values, isTooLong, isMisquoted } of table.lines) {
		if (isTooLong || isMisquoted) {
			problems.push({ row, column: null, code: isTooLong ? "tooManyCells" : "misquoted", value: "" });
			continue;
		}
		// `csv` marks what a spreadsheet would take for a formula.
		const cell = (column: string) => (values[column] ?? "").replace(/^'(?=[=+\-@])/, "");
		const parsed = z.safeParse(importedPledge, rowOf(cell));
		if (parsed.success) {
			pledges.push({ row, pledge: parsed.data });
			continue;
		}
		const seen = new Set<string>();
		for (const issue of parsed.error.issues) {
			const column = columnAt(issue.path);
			if (seen.has(column)) continue;
			seen.add(column);
			const value = cell(column);
			problems.push({ row, column, code: codeOf(column, value), value });
		}
	}
	return { pledges, problems };
}

const numbers = ["earlierQuantity", "quantity", "amount", "readinessDays"];

function codeOf(column: string, value: string): CellProblem["code"] {
	if (value === "") return "missing";
	return numbers.includes(column) ? "badNumber" : "badCell";
}

function columnAt(path: readonly PropertyKey[]): string {
	const [first, field, inner] = path.map(String);
	const name = (first === "content" ? field : first) ?? "";
	if (name === "earlier") return inner === "quantity" ? "earlierQuantity" : "earlier";
	if (name === "amount") return inner === "unit" || inner === "currency" ? inner : "amount";
	return columnOf[name] ?? name;
}

/** The row in the shape of the schema, which then says what is wrong with it. */
function rowOf(cell: (column: string) => string): unknown {
	const orNull = (column: string) => cell(column) || null;
	const usual = (column: string, value: string) => cell(column) || value;
	const unit = cell("unit");
	const isAmount = unit !== "" || cell("amount") !== "" || cell("currency") !== "";
	const money = unit === "money" || cell("currency") !== "" ? { currency: cell("currency") } : {};
	const isEarlier = cell("earlier") !== "" || cell("earlierQuantity") !== "";
	const content = {
		title: cell("title"),
		details: orNull("details"),
		language: usual("language", "en").toLowerCase(),
		kind: usual("kind", "new"),
		earlier: isEarlier
			? { pledgeId: null, reference: orNull("earlier"), quantity: numberOf(cell("earlierQuantity") || "0") }
			: null,
		form: usual("form", "unilateral"),
		parts: listOf(cell("partners")).map(partOf),
		matches: null,
		offeredTo: null,
		category: cell("category"),
		subcategory: orNull("subcategory"),
		priorities: listOf(cell("priorities")),
		plannedFor: orNull("session"),
		needId: orNull("need"),
		quantity: numberOf(cell("quantity") || "0"),
		amount: isAmount ? { unit: unit || "money", value: numberOf(cell("amount")), ...money } : null,
		conditions: orNull("conditions"),
		availableFrom: orNull("availableFrom"),
		availableTo: orNull("availableTo"),
		readinessDays: cell("readinessDays") === "" ? null : numberOf(cell("readinessDays")),
		classification: usual("classification", "public"),
		evidence: cell("evidence")
			.split(/\s+/)
			.filter((link) => link !== ""),
		contact: orNull("contact"),
	};
	return { delegationId: cell("delegation"), content, stage: usual("stage", "submitted") };
}

/** Whole numbers in plain digits alone: a point or a comma means other things in other countries. */
function numberOf(value: string): number {
	return /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}

/** Parts of a cell between semicolons; `\;` is a semicolon and `\\` a backslash. */
function listOf(value: string): string[] {
	const parts = value.match(/(?:\\.|[^;\\]|\\$)+/gs) ?? [];
	return parts.map((part) => part.trim().replaceAll(/\\([;\\])/g, "$1")).filter((part) => part !== "");
}

/** `idn:hosts:text`; nothing before the first colon where a partner is sought. */
function partOf(value: string, index: number) {
	const [delegation = "", role = "", ...words] = value.split(":");
	return {
		id: `part-${index + 1}`,
		delegationId: delegation.trim() || null,
		role: role.trim().toLowerCase(),
		text: words.join(":").trim(),
	};
}

const escaped = (value: string) => value.replaceAll(/[\\;]/g, "\\$&");

/** Pledges as a sheet that `readPledgeSheet` reads; to whom they are offered and what they match have no column. */
export function pledgeSheet(pledges: readonly ImportedPledge[]): string {
	const lines = pledges.map(({ delegationId, content, stage }) => {
		const cells: Record<string, string | number | null> = {
			...{ delegation: delegationId, stage },
			...cellsOf(content),
		};
		return pledgeColumns.map((column) => cells[column] ?? "");
	});
	return csv([pledgeColumns, ...lines]);
}

function cellsOf(content: PledgeContent): Record<string, string | number | null> {
	const { earlier, amount, parts, priorities, evidence } = content;
	const { title, details, language, kind, form, category, subcategory, plannedFor, needId } = content;
	const { quantity, conditions, availableFrom, availableTo, readinessDays, classification, contact } =
		content;
	return {
		...{ title, details, language, kind, form, category, subcategory, session: plannedFor, need: needId },
		...{ quantity, conditions, availableFrom, availableTo, readinessDays, classification, contact },
		earlier: earlier?.reference ?? null,
		earlierQuantity: earlier?.quantity ?? null,
		partners: parts
			.map(({ delegationId, role, text }) => escaped(`${delegationId ?? ""}:${role}:${text}`))
			.join("; "),
		priorities: priorities.join("; "),
		evidence: evidence.join(" "),
		unit: amount?.unit ?? null,
		amount: amount?.value ?? null,
		currency: amount?.unit === "money" ? amount.currency : null,
	};
}

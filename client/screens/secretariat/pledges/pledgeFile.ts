import type { ImportedPledge } from "../../../../shared/conference/pledgeImport.ts";
import { importRefusals } from "../../../../shared/conference/pledgeImport.ts";
import type { Rejection } from "../../../../shared/conference/rejection.ts";
import type { State } from "../../../../shared/conference/state.ts";
import type { CellProblem } from "../../../../shared/pledges/sheet.ts";
import { readPledgeSheet } from "../../../../shared/pledges/sheet.ts";
import type { TableProblem } from "../../../../shared/sheetTable.ts";

/** Why a row cannot be taken: what stands in a cell, or what the rules say of it. `row` is the spreadsheet's. */
export type BadRow =
	| { readonly row: number; readonly cell: CellProblem }
	| { readonly row: number; readonly rejection: Rejection };

export type PledgeFile =
	| { readonly problem: TableProblem }
	| {
			readonly pledges: readonly ImportedPledge[];
			readonly bad: readonly BadRow[];
			/** How many rows the sheet has, bad ones included. */
			readonly rows: number;
	  };

/** What a file would import, looked at row by row before anything is sent. */
export function readPledgeFile(text: string, state: State): PledgeFile {
	const sheet = readPledgeSheet(text);
	if ("problem" in sheet) return sheet;
	const pledges = sheet.pledges.map(({ pledge }) => pledge);
	const refusals = importRefusals(pledges, state);
	const refused = [...refusals].map(([index, rejection]) => ({
		row: sheet.pledges[index]?.row ?? 0,
		rejection,
	}));
	const cells = sheet.problems.map((cell) => ({ row: cell.row, cell }));
	const unread = new Set(sheet.problems.map(({ row }) => row)).size;
	return {
		pledges,
		rows: pledges.length + unread,
		bad: [...cells, ...refused].sort((a, b) => a.row - b.row),
	};
}

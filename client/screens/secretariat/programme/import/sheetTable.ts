/** The columns of an inscription sheet, as its header row names them. */
export const sheetColumns = [
	"delegation",
	"speaker",
	"level",
	"language",
	"on_behalf_of",
	"jointly",
	"mode",
	"expected",
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

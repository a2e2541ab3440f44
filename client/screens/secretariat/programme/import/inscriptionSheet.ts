import type { Language } from "../../../../../shared/conference/common.ts";
import { languages, levels } from "../../../../../shared/conference/common.ts";
import type { Delegation, Representative } from "../../../../../shared/conference/delegations.ts";
import { foldText } from "../../../../../shared/conference/foldText.ts";
import type { Inscription, SpeakersList } from "../../../../../shared/conference/speakersList.ts";
import { statementModes } from "../../../../../shared/conference/speakersList.ts";
import { interfaceLanguages } from "../../../../../shared/protocol/locale.ts";
import type { SheetLine, TableProblem } from "../../../../../shared/sheetTable.ts";
import { readTable } from "../../../../../shared/sheetTable.ts";
import { expectedMs as expectedOf } from "../../parts/expectedMs.ts";
import type { SheetColumn } from "./sheetTable.ts";
import { sheetColumns } from "./sheetTable.ts";

/** What a sheet is read against. */
export interface SheetGround {
	readonly delegations: ReadonlyMap<string, Delegation>;
	readonly representatives: Iterable<Representative>;
	/** Names of representatives by id, as far as the directory has them. */
	readonly names: ReadonlyMap<string, { readonly name: string }>;
	readonly list: SpeakersList;
	/** Delegation that has the floor from this list; it cannot be inscribed meanwhile. */
	readonly speaking: string | null;
	/** Language of a statement where the sheet says nothing. */
	readonly usualLanguage: Language;
}

/** What is wrong with a row; `value` is what stands in the sheet. */
export interface RowProblem {
	readonly code:
		| "delegationMissing"
		| "unknownDelegation"
		| "twice"
		| "alreadyOnList"
		| "unknownSpeaker"
		| "unknownLevel"
		| "unknownLanguage"
		| "unknownMode"
		| "unknownJointly"
		| "jointlyWithSelf"
		| "groupTooLong"
		| "badTime"
		| "tooManyColumns"
		| "misquoted";
	readonly value: string;
}

/** A row of the sheet: what it would inscribe, or what is wrong with it. */
export interface SheetRow extends SheetLine<SheetColumn> {
	readonly delegationId: string | null;
	/** Null while anything is wrong. */
	readonly inscription: Inscription | null;
	readonly problems: readonly RowProblem[];
	/** The delegation has been heard already: it is added again only with a reason (SL2). */
	readonly isAgain: boolean;
}

export type Sheet = { readonly rows: readonly SheetRow[] } | { readonly problem: TableProblem };

/** The longest name of a group that an inscription takes. */
const longestGroup = 120;

/** Reads an inscription sheet and holds every row against the conference. */
export function readSheet(text: string, ground: SheetGround): Sheet {
	const table = readTable<SheetColumn>(text, sheetColumns);
	if ("problem" in table) return table;
	const find = delegationFinder(ground.delegations);
	const seen = new Set<string>();
	const rows = table.lines.map((line) => {
		const row = readRow(line, find, ground);
		const { delegationId } = row;
		if (delegationId === null) return row;
		const isTwice = seen.has(delegationId);
		seen.add(delegationId);
		if (!isTwice) return row;
		const value = line.values.delegation ?? "";
		return { ...row, inscription: null, problems: [{ code: "twice", value } as const, ...row.problems] };
	});
	return { rows };
}

type Find = (text: string) => Delegation | undefined;

/** Finds a delegation by id, two-letter code, monogram, or short or formal name in any language. */
function delegationFinder(delegations: ReadonlyMap<string, Delegation>): Find {
	const known = new Map<string, Delegation>();
	const add = (key: string | null | undefined, delegation: Delegation) => {
		const folded = key == null ? "" : fold(key);
		if (folded !== "" && !known.has(folded)) known.set(folded, delegation);
	};
	const all = [...delegations.values()];
	/* Ids first: a code of one delegation never hides the id of another. */
	for (const each of all) add(each.id, each);
	for (const each of all) {
		add(each.flag, each);
		add(each.monogram, each);
		for (const name of [...Object.values(each.name), ...Object.values(each.formalName)]) add(name, each);
	}
	return (text) => known.get(fold(text));
}

const fold = (text: string) => foldText(text).replaceAll(/\s+/g, " ").trim();

function readRow(line: SheetLine<SheetColumn>, find: Find, ground: SheetGround): SheetRow {
	const problems: RowProblem[] = [];
	const say = (code: RowProblem["code"], value = "") => void problems.push({ code, value });
	const cell = (column: keyof SheetLine<SheetColumn>["values"]) => line.values[column] ?? "";
	if (line.isMisquoted) say("misquoted");
	if (line.isTooLong) say("tooManyColumns");

	const delegation = find(cell("delegation"));
	if (cell("delegation") === "") say("delegationMissing");
	else if (delegation === undefined) say("unknownDelegation", cell("delegation"));
	const delegationId = delegation?.id ?? null;
	const standing = delegationId === null ? "free" : standingOf(delegationId, ground);
	if (standing === "inscribed") say("alreadyOnList", cell("delegation"));

	const speaker = delegationId === null ? null : speakerOf(cell("speaker"), delegationId, ground);
	if (speaker === undefined) say("unknownSpeaker", cell("speaker"));
	const level = oneOf(levels, cell("level"));
	if (level === undefined) say("unknownLevel", cell("level"));
	const language = cell("language") === "" ? ground.usualLanguage : languageOf(cell("language"));
	if (language === undefined) say("unknownLanguage", cell("language"));
	const mode = oneOf(statementModes, cell("mode"));
	if (mode === undefined) say("unknownMode", cell("mode"));
	const expectedMs = expectedOf(cell("expected"));
	if (expectedMs === undefined) say("badTime", cell("expected"));
	const group = cell("on_behalf_of");
	if (group.length > longestGroup) say("groupTooLong", group);
	const jointly: string[] = [];
	for (const text of cell("jointly")
		.split(/[;|,]/)
		.map((each) => each.trim())) {
		const partner = find(text);
		if (text === "") continue;
		if (partner === undefined) say("unknownJointly", text);
		else if (partner.id === delegationId || jointly.includes(partner.id)) say("jointlyWithSelf", text);
		else jointly.push(partner.id);
	}

	const isWhole =
		problems.length === 0 &&
		delegationId !== null &&
		speaker !== undefined &&
		level !== undefined &&
		language !== undefined &&
		mode !== undefined &&
		expectedMs !== undefined;
	const inscription: Inscription | null = isWhole
		? {
				delegationId,
				speakerId: speaker,
				level,
				language,
				onBehalfOf: group === "" ? null : group,
				jointly,
				mode: mode ?? "live",
				expectedMs,
			}
		: null;
	return { ...line, delegationId, inscription, problems, isAgain: standing === "heard" };
}

/** Whether the list has the delegation already (SL2). */
function standingOf(delegationId: string, { list, speaking }: SheetGround): "free" | "inscribed" | "heard" {
	let standing: "free" | "heard" = "free";
	if (speaking === delegationId) return "inscribed";
	for (const entry of list.entries.values()) {
		if (entry.delegationId !== delegationId) continue;
		if (entry.status === "waiting" || entry.status === "written") return "inscribed";
		if (entry.status === "called" || entry.status === "delivered") standing = "heard";
	}
	return standing;
}

/** Who speaks, by id or name; null where the cell is empty, undefined where the delegation has no such speaker. */
function speakerOf(
	text: string,
	delegationId: string,
	{ representatives, names }: SheetGround,
): string | null | undefined {
	if (text === "") return null;
	const able = [...representatives].filter(
		(each) => each.delegationId === delegationId && each.rights.includes("speak"),
	);
	const byId = able.find(({ id }) => id === text);
	if (byId !== undefined) return byId.id;
	const named = able.filter(({ id }) => fold(names.get(id)?.name ?? "") === fold(text));
	/* Two of the same name have to be told apart by their ids. */
	return named.length === 1 ? named[0]?.id : undefined;
}

/** Null where the cell is empty, undefined where nothing is meant by it. */
function oneOf<Value extends string>(values: readonly Value[], text: string): Value | null | undefined {
	if (text === "") return null;
	return values.find((each) => each.toLowerCase() === text.toLowerCase());
}

/** A language by its code or its name in any language of the interface. */
function languageOf(text: string): Language | undefined {
	const wanted = fold(text);
	return languages.find((code) => {
		const nameIn = (reader: string) => new Intl.DisplayNames(reader, { type: "language" }).of(code) ?? "";
		return [code, ...interfaceLanguages.map(nameIn)].some((name) => fold(name) === wanted);
	});
}

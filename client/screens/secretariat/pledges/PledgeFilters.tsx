import { inLanguage } from "../../../../shared/conference/common.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { sessionNumber } from "../../../features/programme/awaited.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";
import { Button } from "../../../ui/Button.tsx";
import { ListFilter } from "../../../ui/icons.ts";
import { FilterSelect } from "../parts/FilterSelect.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import { ExportPledges } from "./ExportPledges.tsx";
import type { DeskForm, PledgeFilter, PledgeRow, StepCounts } from "./pledgeRows.ts";
import { deskForms, noNeed } from "./pledgeRows.ts";

const steps = [
	"submitted",
	"query",
	"cleared",
	"cued",
	"announced",
	"confirmed",
	"rejected",
	"merged",
	"withdrawn",
] as const;

const formWords: Readonly<Record<DeskForm, MessageId>> = {
	floor: "deskform.floor",
	writing: "deskform.writing",
	unilateral: "pledgeformkind.unilateral",
	joint: "pledgeformkind.joint",
	matching: "pledgeformkind.matching",
	incomplete: "deskform.incomplete",
};

/** Search and filters of the pledge desk, and its import and export. */
export function PledgeFilters({
	filter,
	counts,
	onFilter,
	onRates,
	onImport,
	shown,
}: {
	filter: PledgeFilter;
	counts: StepCounts;
	onFilter: (change: Partial<PledgeFilter>) => void;
	onRates: () => void;
	onImport: () => void;
	/** What the filters let through: it can be exported. */
	shown: readonly PledgeRow[];
}) {
	const { t, locale } = useSpeech();
	const client = useConference();
	const categories = useSelect((state) => state.profile.categories);
	const needs = useSelect((state) => state.needs.needs);
	const meetings = useSelect((state) => state.programme.meetings);
	const sessions = [...meetings.values()].filter(
		({ kind }) => kind !== "preparatory" && kind !== "sideEvent",
	);
	const sessionName = (meeting: (typeof sessions)[number]) => {
		const number = sessionNumber(client.state(), meeting);
		return number === null ? inLanguage(meeting.shortTitle, locale) : t("desk.sessionNumber", { number });
	};
	return (
		<>
			<div className="filters">
				<SearchField
					label={t("desk.search")}
					value={filter.search}
					onChange={(search) => onFilter({ search })}
				/>
				<Button onClick={onRates}>
					<Message id="deskrate.open" />
				</Button>
				<Button onClick={onImport}>
					<Message id="pledgeimport.open" />
				</Button>
				{shown.length > 0 && <ExportPledges rows={shown} />}
			</div>
			<div className="filters filters-choices">
				<FilterSelect
					icon={ListFilter}
					label={t("desk.capability")}
					all={t("desk.capability")}
					value={filter.capability}
					onChange={(capability) => onFilter({ capability })}
					choices={categories.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale) }))}
				/>
				<FilterSelect
					label={t("desk.gap")}
					all={t("desk.gap")}
					value={filter.need}
					onChange={(need) => onFilter({ need })}
					choices={[
						...[...needs.values()].map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) })),
						{ value: noNeed, label: t("desk.noNeed") },
					]}
				/>
				<FilterSelect
					label={t("desk.form")}
					all={t("desk.form")}
					value={filter.form}
					onChange={(form) => onFilter({ form: deskForms.find((each) => each === form) ?? "" })}
					choices={deskForms.map((form) => ({ value: form, label: t(formWords[form]) }))}
				/>
				<FilterSelect
					label={t("desk.session")}
					all={t("desk.session")}
					value={filter.session}
					onChange={(session) => onFilter({ session })}
					choices={sessions.map((meeting) => ({ value: meeting.id, label: sessionName(meeting) }))}
				/>
				<FilterSelect
					label={t("desk.state")}
					all={t("desk.state")}
					value={filter.step === "all" ? "" : filter.step}
					onChange={(step) => onFilter({ step: steps.find((each) => each === step) ?? "all" })}
					choices={steps.map((step) => ({
						value: step,
						label: `${t(`pledge.${step}`)} (${counts[step]})`,
					}))}
				/>
			</div>
		</>
	);
}

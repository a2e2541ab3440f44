import { inLanguage } from "../../../../shared/conference/common.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { sessionNumber } from "../../../features/programme/awaited.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Download, ListFilter } from "../../../ui/icons.ts";
import { FilterSelect } from "../parts/FilterSelect.tsx";
import { SearchField } from "../parts/SearchField.tsx";
import type { PledgeFilter, StepCounts } from "./pledgeRows.ts";

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

/** Search and filters of the pledge desk, and its export. */
export function PledgeFilters({
	filter,
	counts,
	onFilter,
	onImport,
	onExport,
}: {
	filter: PledgeFilter;
	counts: StepCounts;
	onFilter: (change: Partial<PledgeFilter>) => void;
	onImport: () => void;
	/** Absent while there is nothing to export. */
	onExport: (() => void) | undefined;
}) {
	const { t, locale } = useSpeech();
	const client = useConference();
	const categories = useSelect((state) => state.profile.categories);
	const meetings = useSelect((state) => state.programme.meetings);
	const sessions = [...meetings.values()].filter(
		({ kind }) => kind !== "preparatory" && kind !== "sideEvent",
	);
	const sessionName = (meeting: (typeof sessions)[number]) => {
		const number = sessionNumber(client.state(), meeting);
		return number === null ? inLanguage(meeting.shortTitle, locale) : t("desk.sessionNumber", { number });
	};
	return (
		<div className="filters">
			<SearchField
				label={t("desk.search")}
				value={filter.search}
				onChange={(search) => onFilter({ search })}
			/>
			<FilterSelect
				icon={ListFilter}
				label={t("desk.capability")}
				all={t("desk.capability")}
				value={filter.capability}
				onChange={(capability) => onFilter({ capability })}
				choices={categories.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale) }))}
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
			<Button onClick={onImport}>
				<Message id="pledgeimport.open" />
			</Button>
			{onExport !== undefined && (
				<Button icon={Download} onClick={onExport} title={t("desk.exportTitle")}>
					<Message id="desk.export" />
				</Button>
			)}
		</div>
	);
}

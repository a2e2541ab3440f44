import { inLanguage } from "../../../shared/conference/common.ts";
import type { Figure } from "../../../shared/conference/figures.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { Speech } from "../../i18n/intl.tsx";
import { clockTime, shortDate } from "../../i18n/time.ts";
import { nameOf } from "../delegations/delegation.ts";

/** What a figure counts, in a few words: for the heading of its rows and for the title of their page. */
export function figureName(
	figure: Figure,
	state: State,
	{ t, locale }: Pick<Speech, "t" | "locale">,
): string {
	const { delegations } = state.delegations;
	const delegation = (id: string) => nameOf(delegations.get(id), id, locale);
	switch (figure.kind) {
		case "all":
		case "confirmed":
		case "writing":
		case "incomplete":
		case "filling":
			return t(`rowstitle.${figure.kind}`);
		case "category":
		case "priority": {
			const list = figure.kind === "category" ? state.profile.categories : state.profile.priorities;
			const name = list.find(({ id }) => id === figure.id)?.name;
			return name === undefined ? figure.id : inLanguage(name, locale);
		}
		case "need": {
			const title = state.needs.needs.get(figure.id)?.title;
			return title === undefined ? figure.id : inLanguage(title, locale);
		}
		case "session": {
			const title = state.programme.meetings.get(figure.id ?? "")?.title;
			return title === undefined ? t("figure.noSession") : inLanguage(title, locale);
		}
		case "delegation":
			return delegation(figure.id);
		case "novelty":
			return t(`pledgekind.${figure.id}`);
		case "unit":
			return figure.unit === "money"
				? `${t("amountunit.money")}, ${figure.currency}`
				: t(`amountunit.${figure.unit}`);
		case "partnership":
			return figure.delegationIds.map(delegation).join(" · ");
		case "time": {
			const { timeZone } = state.profile;
			const time = `${shortDate(figure.until, timeZone, locale)}, ${clockTime(figure.until, timeZone)}`;
			return t("figure.until", { time });
		}
		case "text":
			return t("rows.containing", { text: figure.text });
	}
}

/** The names of several figures at once; of none, that of all pledges. */
export function figureNames(
	figures: readonly Figure[],
	state: State,
	speech: Pick<Speech, "t" | "locale">,
): string[] {
	const named: readonly Figure[] = figures.length === 0 ? [{ kind: "all" }] : figures;
	return named.map((figure) => figureName(figure, state, speech));
}

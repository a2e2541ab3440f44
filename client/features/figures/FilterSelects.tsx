import { inLanguage } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";

/** A category and a session; empty for any. */
export interface Chosen {
	readonly category: string;
	readonly session: string;
}

/**
 * Narrows pledges by category and by session, in a form whose fields are the query of their page: without a script it is
 * sent, with `onChoose` the choice is told at once.
 */
export function FilterSelects({
	chosen,
	onChoose,
}: {
	chosen: Chosen;
	onChoose?: ((chosen: Chosen) => void) | undefined;
}) {
	const { t, locale } = useSpeech();
	const categories = useSelect((state) => state.profile.categories);
	const meetings = useSelect((state) => state.programme.meetings);
	const lists = [
		{ name: "category", label: t("figure.byCategory"), any: t("rows.anyCategory"), items: categoriesOf() },
		{ name: "session", label: t("figure.bySession"), any: t("rows.anySession"), items: sessionsOf() },
	] as const;
	function categoriesOf() {
		return categories.map(({ id, name }) => ({ id, text: inLanguage(name, locale) }));
	}
	function sessionsOf() {
		return [...meetings.values()].map(({ id, title }) => ({ id, text: inLanguage(title, locale) }));
	}
	return lists.map(({ name, label, any, items }) => (
		<select
			key={name}
			name={name}
			className="input"
			aria-label={label}
			{...(onChoose === undefined
				? { defaultValue: chosen[name] }
				: {
						value: chosen[name],
						onChange: ({ currentTarget }) => onChoose({ ...chosen, [name]: currentTarget.value }),
					})}
		>
			<option value="">{any}</option>
			{items.map(({ id, text }) => (
				<option key={id} value={id}>
					{text}
				</option>
			))}
		</select>
	));
}

import { useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import type { FlagWidth } from "../../ui/Flag.tsx";
import { Flag } from "../../ui/Flag.tsx";
import { emblemOf, languageOf, nameOf } from "./delegation.ts";

/** A delegation's flag and name, side by side; the parent decides how they are laid out. */
export function DelegationName({ id, width }: { id: string; width?: FlagWidth | undefined }) {
	const { locale } = useSpeech();
	const delegation = useSelect((state) => state.delegations.delegations.get(id));
	return (
		<>
			<Flag {...emblemOf(delegation)} width={width} />
			<bdi lang={delegation && languageOf(delegation.name, locale)}>{nameOf(delegation, id, locale)}</bdi>
		</>
	);
}

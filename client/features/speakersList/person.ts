import { inLanguage } from "../../../shared/conference/common.ts";
import type { Representative } from "../../../shared/conference/delegations.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { Directory } from "../../conference/directory.ts";
import { sameItems, useDirectory, useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";

/** Who may speak for a delegation, as far as this seat may know (DR3). */
export function speakersOf(state: State, delegationId: string): Representative[] {
	return [...state.delegations.representatives.values()].filter(
		(each) => each.delegationId === delegationId && each.rights.includes("speak"),
	);
}

export function useSpeakersOf(delegationId: string): readonly Representative[] {
	return useSelect((state) => speakersOf(state, delegationId), sameItems);
}

/** Name and title of a representative in the reader's language, where the directory has them. */
export function usePersonNames(): (
	representativeId: string | null,
) => { name: string; title: string } | undefined {
	const directory: Directory = useDirectory();
	const { locale } = useSpeech();
	return (id) => {
		const person = id === null ? undefined : directory.get(id);
		return person && { name: person.name, title: inLanguage(person.title, locale) };
	};
}

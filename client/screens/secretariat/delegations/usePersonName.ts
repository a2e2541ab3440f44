import { useDirectory } from "../../../conference/hooks.ts";
import { useSpeech } from "../../../i18n/intl.tsx";

/** The name of a representative from the directory; a person who was erased has none. */
export function usePersonName(representativeId: string): string {
	const { t } = useSpeech();
	return useDirectory().get(representativeId)?.name ?? t("secretariat.nameUnknown");
}

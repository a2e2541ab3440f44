import { inLanguage } from "../../../shared/conference/common.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SessionName } from "../programme/SessionName.tsx";

/** Before the first announcement: what is true, and when the first is expected. */
export function NoPledgeYet() {
	const { locale } = useSpeech();
	const { city, timeZone } = useSelect((state) => state.profile);
	const session = useSelect((state) =>
		[...state.programme.meetings.values()].find(
			({ kind, status }) => kind === "plenary" && status !== "closed",
		),
	);
	const start = session?.plannedStart ?? null;
	return (
		<EmptyState title={<Message id="audience.emptyPledges" />}>
			{session !== undefined && start !== null ? (
				<Message
					id="audience.emptyPledgesNext"
					values={{
						session: <SessionName meeting={session} />,
						time: <bdi>{clockTime(start, timeZone)}</bdi>,
						city: <bdi>{inLanguage(city, locale)}</bdi>,
					}}
				/>
			) : undefined}
		</EmptyState>
	);
}

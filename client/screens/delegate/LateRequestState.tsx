import type { LateRequest } from "../../../shared/conference/speakersList.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

/** What has become of the request to be added: it waits, or was declined with a reason. */
export function LateRequestState({
	segmentId,
	request,
	maySpeak,
}: {
	segmentId: string;
	request: LateRequest;
	maySpeak: boolean;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { declined } = request;
	return (
		<div className="state-line" role="status">
			<span>
				{declined === null ? (
					<Message
						id="delegate.lateWaits"
						values={{ time: <bdi>{clockTime(request.requestedAt, timeZone)}</bdi> }}
					/>
				) : (
					<Message
						id="delegate.lateDeclined"
						values={{
							time: <bdi>{clockTime(declined.at, timeZone)}</bdi>,
							reason: <bdi>{declined.reason}</bdi>,
						}}
					/>
				)}
			</span>
			{declined === null && maySpeak && (
				<Button
					small
					aria-busy={busy ? true : undefined}
					onClick={() =>
						void run(
							{ type: "withdrawLate", segmentId, requestId: request.id },
							{ done: t("delegate.requestWithdrawn") },
						)
					}
				>
					<Message id="delegate.withdraw" />
				</Button>
			)}
		</div>
	);
}

import type { Reply } from "../../../shared/conference/replies.ts";
import { useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { duration } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { useCommand } from "../console/useCommand.ts";

const stateWords = {
	requested: "delegate.replyWaits",
	granted: "delegate.replyGranted",
	declined: "delegate.replyDeclined",
	withdrawn: "delegate.replyTaken",
	called: "delegate.replyMade",
} as const;

/** What has become of the latest reply, and how many are left. */
export function ReplyState({ reply, left, maySpeak }: { reply: Reply; left: number; maySpeak: boolean }) {
	const { t, locale } = useSpeech();
	const { run, busy } = useCommand();
	const name = useSelect((state) => {
		const id = state.statements.statements.get(reply.statementId)?.delegationId ?? "";
		return nameOf(state.delegations.delegations.get(id), id, locale);
	});
	const isOpen = reply.status === "requested" || reply.status === "granted";
	const values = {
		delegation: <bdi>{name}</bdi>,
		limit: <bdi>{duration(reply.limitMs)}</bdi>,
		reason: <bdi>{reply.declined ?? ""}</bdi>,
	};
	return (
		<div className="state-line" role="status">
			<span>
				<b>
					<Message id={stateWords[reply.status]} values={values} />
				</b>
				<span>
					<Message id="delegate.repliesLeft" values={{ left }} />
				</span>
			</span>
			{isOpen && maySpeak && (
				<Button
					small
					aria-busy={busy ? true : undefined}
					onClick={() =>
						void run({ type: "withdrawReply", replyId: reply.id }, { done: t("delegate.requestWithdrawn") })
					}
				>
					<Message id="delegate.withdraw" />
				</Button>
			)}
		</div>
	);
}

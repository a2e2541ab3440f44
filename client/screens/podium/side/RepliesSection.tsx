import type { Reply } from "../../../../shared/conference/replies.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { Message } from "../../../i18n/intl.tsx";
import { clockTime, duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import { nextAct } from "../nextAct.ts";
import type { Podium } from "../usePodium.ts";
import type { PodiumActs } from "../usePodiumActs.ts";

/** Rights of reply: what is asked for, and the block that is heard after the list (RR3, RR4). */
export function RepliesSection({ podium, acts }: { podium: Podium; acts: PodiumActs }) {
	const { replies } = podium;
	if (replies.length === 0) return null;
	const firstAsked = replies.find(({ status }) => status === "requested");
	const next = nextAct(podium);
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.rightOfReply" />
				</h3>
				<span className="dim small">
					<Message id="podium.afterTheList" />
				</span>
			</div>
			{replies.map((reply) => (
				<ReplyItem
					key={reply.id}
					reply={reply}
					acts={acts}
					hasKey={reply === firstAsked}
					isNext={next.kind === "callReply" && next.delegationId === reply.delegationId}
				/>
			))}
		</section>
	);
}

function ReplyItem({
	reply,
	acts,
	hasKey,
	isNext,
}: {
	reply: Reply;
	acts: PodiumActs;
	hasKey: boolean;
	isNext: boolean;
}) {
	const open = usePodiumDialog();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const answered = useSelect((state) => state.statements.statements.get(reply.statementId)?.delegationId);
	const { grantReply } = acts;
	return (
		<div className="queue-item">
			<span className="queue-who">
				<DelegationName id={reply.delegationId} />
			</span>
			{reply.status === "granted" ? (
				<Tag tone={isNext ? "brass" : "green"}>
					<Message id={isNext ? "podium.nextReply" : "podium.granted"} />
				</Tag>
			) : (
				<bdi className="dim small">{duration(reply.limitMs)}</bdi>
			)}
			<small>
				<Message
					id={reply.ordinal === 1 ? "podium.firstReply" : "podium.secondReply"}
					values={{
						delegation: (
							<span className="inline-name">
								{answered !== undefined && <DelegationName id={answered} />}
							</span>
						),
						time: <bdi>{clockTime(reply.requestedAt, timeZone)}</bdi>,
						limit: <bdi>{duration(reply.limitMs)}</bdi>,
					}}
				/>
			</small>
			{grantReply !== undefined && reply.status === "requested" && (
				<span className="queue-action">
					<Button small shortcut={hasKey ? "R" : undefined} onClick={() => grantReply(reply.id)}>
						<Message id="podium.grant" />
					</Button>
					<Button
						small
						onClick={() =>
							open({
								kind: "decline",
								what: "reply",
								delegationId: reply.delegationId,
								command: (reason) => ({ type: "declineReply", replyId: reply.id, reason }),
							})
						}
					>
						<Message id="podium.decline" />
					</Button>
				</span>
			)}
		</div>
	);
}

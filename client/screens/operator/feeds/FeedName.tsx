import { channels } from "../../../../shared/conference/common.ts";
import type { MonitoredFeed } from "../../../../shared/protocol/monitor.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { ChannelName } from "../../../features/interpretation/ChannelName.tsx";
import { Message } from "../../../i18n/intl.tsx";

/** Whose feed it is: a channel by its language, everybody else by flag and name. */
export function FeedName({
	feed: { kind, delegationId },
}: {
	feed: Pick<MonitoredFeed, "kind" | "delegationId">;
}) {
	const channel = channels.find((each) => kind === `channel:${each}`);
	if (channel !== undefined) return <ChannelName channel={channel} />;
	if (delegationId !== null) return <DelegationName id={delegationId} width={27} />;
	return <FeedKindWord kind={kind} />;
}

/** What it is sent for. A kind that this page does not know stands as the server calls it. */
export function FeedKindWord({ kind }: { kind: string }) {
	if (kind === "floor") return <Message id="operator.kindFloor" />;
	if (kind === "gavel") return <Message id="operator.kindGavel" />;
	if (kind.startsWith("channel:")) return <Message id="operator.kindChannel" />;
	return <bdi>{kind}</bdi>;
}

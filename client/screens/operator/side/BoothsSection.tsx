import { type Channel, channels } from "../../../../shared/conference/common.ts";
import type { OnAir } from "../../../../shared/conference/interpretationFold.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { ChannelName } from "../../../features/interpretation/ChannelName.tsx";
import { usePersonNames } from "../../../features/speakersList/person.ts";
import { Message } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { useOperatorDialog } from "../operatorDialog.ts";

/** The booths that are on the air, and the way to close one that nobody is in any more. */
export function BoothsSection() {
	const booths = useSelect((state) => state.interpretation.booths);
	const staffed = useSelect(
		({ delegations }) =>
			channels.filter((channel) =>
				[...delegations.representatives.values()].some((each) => each.channel === channel),
			),
		sameItems,
	);
	const onAir = channels.flatMap((channel) => {
		const booth = booths.get(channel);
		return booth === undefined ? [] : [{ channel, booth }];
	});
	const silent = staffed.filter((channel) => !booths.has(channel));
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="operator.booths" />
				</h3>
			</div>
			{onAir.length === 0 && (
				<p className="dim small">
					<Message id="operator.noBooth" />
				</p>
			)}
			<ul className="booths">
				{onAir.map(({ channel, booth }) => (
					<BoothRow key={channel} channel={channel} booth={booth} />
				))}
			</ul>
			{silent.length > 0 && (
				<p className="dim small booths-off">
					<Message id="operator.boothsOff" />{" "}
					{silent.map((channel, index) => (
						<span key={channel}>
							{index > 0 && " · "}
							<ChannelName channel={channel} />
						</span>
					))}
				</p>
			)}
		</section>
	);
}

function BoothRow({ channel, booth }: { channel: Channel; booth: OnAir }) {
	const open = useOperatorDialog();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const person = usePersonNames()(booth.representativeId);
	return (
		<li className="booth-row">
			<b>
				<ChannelName channel={channel} />
			</b>
			<Tag tone={booth.handOver ? "brass" : "green"}>
				<Message id={booth.handOver ? "operator.handOver" : "operator.onAir"} />
			</Tag>
			<small>
				{person !== undefined && <bdi>{person.name}</bdi>}{" "}
				<Message id="operator.since" values={{ time: <bdi>{clockTime(booth.since, timeZone)}</bdi> }} />
			</small>
			<Button small onClick={() => open({ kind: "booth", channel })}>
				<Message id="operator.closeBooth" />
			</Button>
		</li>
	);
}

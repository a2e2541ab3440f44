import { inLanguage } from "../../../../shared/conference/common.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { languageOf } from "../../../features/delegations/delegation.ts";
import { Readiness } from "../../../features/floor/Readiness.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { duration } from "../../../i18n/time.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { isSameOrder, type LaterPart, type RunningOrderItem, runningOrder } from "./runningOrder.ts";

/** What plays and who speaks next, in order: live or from a recording, whether that is there, and how the seat stands. */
export function RunningOrderPanel() {
	const { items, more, later } = useSelect(runningOrder, isSameOrder);
	return (
		<section className="running-order" aria-labelledby="operator-order">
			<div className="list-head">
				<h2 id="operator-order">
					<Message id="operator.order" />
				</h2>
			</div>
			{items.length === 0 ? (
				<EmptyState title={<Message id="operator.nothingNext" />} />
			) : (
				<table className="order-table">
					<thead>
						<tr>
							<th scope="col" className="order-place">
								<span className="visually-hidden">
									<Message id="operator.place" />
								</span>
							</th>
							<th scope="col">
								<Message id="operator.who" />
							</th>
							<th scope="col">
								<Message id="operator.how" />
							</th>
							<th scope="col" className="order-limit">
								<Message id="operator.limit" />
							</th>
							<th scope="col">
								<Message id="operator.readiness" />
							</th>
						</tr>
					</thead>
					<tbody>
						{items.map((item, index) => (
							<ItemRow key={item.key} item={item} place={index + 1} />
						))}
					</tbody>
				</table>
			)}
			{more > 0 && (
				<p className="block-note">
					<Message id="operator.more" values={{ count: more }} />
				</p>
			)}
			{later.length > 0 && <Later parts={later} />}
		</section>
	);
}

function ItemRow({ item, place }: { item: RunningOrderItem; place: number }) {
	const { locale, number } = useSpeech();
	const { delegationId, title, by, mode, language, limitMs, isSoon } = item;
	return (
		<tr className={isSoon ? "order-soon" : undefined}>
			<td className="order-place">
				<bdi>{number(place)}</bdi>
			</td>
			<th scope="row">
				<span className="order-who">
					<DelegationName id={delegationId} width={27} />
				</span>
				{title !== null && (
					<small>
						<bdi lang={languageOf(title, locale)}>{inLanguage(title, locale)}</bdi>
					</small>
				)}
				{by === "replies" && (
					<small>
						<Message id="floor.reply" />
					</small>
				)}
				{by === "hands" && (
					<small>
						<Message id="floor.hands" />
					</small>
				)}
			</th>
			<td>
				<Message id={mode === "recorded" ? "operator.recorded" : "operator.live"} />
				{language !== null && (
					<>
						{" · "}
						<bdi lang={language}>{languageNames[language] ?? language}</bdi>
					</>
				)}
				<RecordingFacts item={item} />
			</td>
			<td className="order-limit">
				<bdi>{duration(limitMs)}</bdi>
			</td>
			<td>
				{mode === "recorded" && item.recording !== undefined ? (
					<Tag tone="green">
						<Message id="operator.recordingThere" />
					</Tag>
				) : isSoon ? (
					<Readiness delegationId={delegationId} />
				) : null}
			</td>
		</tr>
	);
}

/** What is filed to be played: its length, its captions; or that nothing is, where something must be. */
function RecordingFacts({ item: { mode, recording } }: { item: RunningOrderItem }) {
	const { list } = useSpeech();
	if (recording === undefined) {
		if (mode !== "recorded") return null;
		return (
			<small className="order-missing">
				<Tag tone="red">
					<Message id="operator.recordingMissing" />
				</Tag>
			</small>
		);
	}
	const captions = recording.captions.map((each) => languageNames[each.language] ?? each.language);
	return (
		<small>
			<Message
				id={mode === "recorded" ? "operator.recordingLength" : "operator.backUp"}
				values={{ length: <bdi>{duration(recording.durationMs)}</bdi> }}
			/>
			{" · "}
			{captions.length === 0 ? (
				<Message id="operator.noCaptions" />
			) : (
				<Message id="operator.captions" values={{ languages: <bdi>{list(captions, "unit")}</bdi> }} />
			)}
		</small>
	);
}

/** The parts of the meeting after this one. */
function Later({ parts }: { parts: readonly LaterPart[] }) {
	const { locale } = useSpeech();
	return (
		<>
			<h3 className="order-later-head">
				<Message id="operator.later" />
			</h3>
			<ul className="order-later">
				{parts.map(({ segment, waiting }) => (
					<li key={segment.id}>
						<bdi lang={languageOf(segment.title, locale)}>{inLanguage(segment.title, locale)}</bdi>
						{segment.kind === "statements" && (
							<small>
								<Message id="operator.inscribed" values={{ count: waiting }} />
							</small>
						)}
					</li>
				))}
			</ul>
		</>
	);
}

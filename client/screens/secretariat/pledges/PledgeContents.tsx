import type { ReactNode } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Pledge } from "../../../../shared/conference/pledge.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { amountWords } from "../../../features/pledges/amountWords.ts";
import { PledgeParts } from "../../../features/pledges/PledgeParts.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { PartAnswer } from "./PartAnswer.tsx";
import { deliveryWords } from "./pledgeHistory.ts";
import type { PledgeRow } from "./pledgeRows.ts";

/** Everything that the delegation wrote, as facts; what it left open is not listed. */
export function PledgeContents({ row }: { row: PledgeRow }) {
	const speech = useSpeech();
	const { t, locale } = speech;
	const { pledge } = row;
	const priorities = useSelect(
		(state) => state.profile.priorities.filter(({ id }) => pledge.priorities.includes(id)),
		sameItems,
	);
	const subcategory = useSelect((state) =>
		state.profile.categories
			.find(({ id }) => id === pledge.category)
			?.subcategories?.find(({ id }) => id === pledge.subcategory),
	);
	const earlier = useTitle(pledge.earlier?.pledgeId ?? null) ?? pledge.earlier?.reference ?? null;
	const matched = useTitle(pledge.matches?.pledgeId ?? null);
	const period = [pledge.availableFrom, pledge.availableTo].map((day) => day ?? "…").join(" – ");
	const hasPeriod = pledge.availableFrom !== null || pledge.availableTo !== null;
	const capability = subcategory === undefined ? "" : `, ${inLanguage(subcategory.name, locale)}`;
	return (
		<div className="block">
			<div className="block-head">
				<h3>
					<Message id="desk.details" />
				</h3>
				<span className="desk-tags">
					{pledge.classification !== "public" && (
						<Tag tone="red">
							<Message id={`classification.${pledge.classification}`} />
						</Tag>
					)}
					{pledge.form !== "unilateral" && (
						<Tag>
							<Message id={`pledgeformkind.${pledge.form}`} />
						</Tag>
					)}
					<Tag>
						<Message id={`pledgekind.${pledge.kind}`} />
					</Tag>
				</span>
			</div>
			{pledge.details !== null && (
				<p className="detail-text" dir="auto">
					{pledge.details}
				</p>
			)}
			{pledge.parts.length > 0 && (
				<PledgeParts pledge={pledge} acts={(part) => <PartAnswer row={row} part={part} />} />
			)}
			<dl className="desk-facts">
				<Fact name={<Message id="desk.capability" />}>{row.capability + capability}</Fact>
				{pledge.needId !== null && <Fact name={<Message id="desk.units" />}>{pledge.quantity}</Fact>}
				{pledge.amount !== null && (
					<Fact name={<Message id="pledgefact.amount" />}>{amountWords(pledge.amount, locale, t)}</Fact>
				)}
				{earlier !== null && <Fact name={<Message id="pledgefact.earlier" />}>{earlier}</Fact>}
				{matched !== null && <Fact name={<Message id="pledgefact.matches" />}>{matched}</Fact>}
				{priorities.length > 0 && (
					<Fact name={<Message id="desk.priority" />}>
						{priorities.map(({ name }) => inLanguage(name, locale)).join(" · ")}
					</Fact>
				)}
				{hasPeriod && (
					<Fact name={<Message id="pledgefact.available" />}>
						<bdi dir="ltr">{period}</bdi>
					</Fact>
				)}
				{pledge.readinessDays !== null && (
					<Fact name={<Message id="pledgefact.readiness" />}>
						<Message id="pledgefact.days" values={{ count: pledge.readinessDays }} />
					</Fact>
				)}
				{pledge.offeredTo !== null && (
					<Fact name={<Message id="pledgefact.offeredTo" />}>{pledge.offeredTo.name}</Fact>
				)}
				{pledge.conditions !== null && (
					<Fact name={<Message id="pledgefact.conditions" />}>{pledge.conditions}</Fact>
				)}
				{pledge.evidence.length > 0 && (
					<Fact name={<Message id="pledgefact.evidence" />}>
						{pledge.evidence.map((link) => (
							<a key={link} href={link} rel="noopener noreferrer" target="_blank" dir="ltr">
								{link}
							</a>
						))}
					</Fact>
				)}
				{pledge.contact !== null && (
					<Fact name={<Message id="desk.contact" />} note={<Message id="desk.contactNote" />}>
						{pledge.contact}
					</Fact>
				)}
				{pledge.delivery !== null && (
					<Fact name={<Message id="deskact.deliveryTitle" />}>{deliveryWords(pledge.delivery, speech)}</Fact>
				)}
			</dl>
		</div>
	);
}

function Fact({
	name,
	note,
	children,
}: {
	name: ReactNode;
	/** In the reader's language, whatever the fact is written in. */
	note?: ReactNode;
	children: ReactNode;
}) {
	return (
		<>
			<dt>{name}</dt>
			<dd>
				<bdi dir="auto">{children}</bdi>
				{note !== undefined && <small>{note}</small>}
			</dd>
		</>
	);
}

function useTitle(pledgeId: string | null): string | null {
	return useSelect((state) =>
		pledgeId === null ? null : (state.pledges.pledges.get(pledgeId)?.title ?? null),
	);
}

/** What was submitted beside what was said on the floor, where there is something to compare. */
export function AsDelivered({ pledge }: { pledge: Pledge }) {
	if (pledge.statementId === null) return null;
	const submitted = pledge.corrections[0]?.before.title ?? pledge.title;
	return (
		<div className="block">
			<div className="block-head">
				<h3>
					<Message id="deskact.onFloor" />
				</h3>
				{pledge.second !== null && (
					<span className="dim small">
						<Message id="deskact.atSecond" values={{ time: <bdi>{duration(pledge.second * 1000)}</bdi> }} />
					</span>
				)}
			</div>
			<dl className="desk-facts">
				<Fact name={<Message id="deskact.asSubmitted" />}>{submitted}</Fact>
				<Fact name={<Message id="deskact.asDelivered" />}>
					{pledge.delivered ?? <Message id="deskact.asWritten" />}
				</Fact>
			</dl>
		</div>
	);
}

import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Flag } from "../../../ui/Flag.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { Check, Megaphone, MessageSquareText, Stamp, X } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { DetailPanel } from "../parts/DetailPanel.tsx";
import { GapBlock } from "./GapBlock.tsx";
import { AsDelivered, PledgeContents } from "./PledgeContents.tsx";
import { PledgeHistory } from "./PledgeHistory.tsx";
import { PledgeStepper } from "./PledgeStepper.tsx";
import type { PledgeRow } from "./pledgeRows.ts";
import type { PledgeActs } from "./usePledgeActs.tsx";

/** One pledge: its text, how far it has come, what can be done now, the gap it closes, its record. */
export function PledgeDetail({
	row,
	acts,
	onClose,
}: {
	row: PledgeRow;
	acts: PledgeActs;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { pledge } = row;
	return (
		<DetailPanel label={row.reference} onClose={onClose}>
			<div className="detail-head">
				<Flag {...emblemOf(row.delegation)} width={36} />
				<b>
					<bdi>{row.delegationName}</bdi>
				</b>
				<bdi className="dim numeric" dir="ltr">
					{row.reference}
				</bdi>
				<IconButton small icon={X} label={t("common.close")} onClick={onClose} />
			</div>
			<h2 id="pledge-detail" tabIndex={-1}>
				<bdi dir="auto">{pledge.title}</bdi>
			</h2>
			{(row.step === "withdrawn" || row.step === "rejected" || row.step === "merged") && (
				<Tag>
					<Message id={`pledge.${row.step}`} />
				</Tag>
			)}
			{pledge.rejection !== null && (
				<p className="record detail-quote">
					<bdi dir="auto">{pledge.rejection}</bdi>
				</p>
			)}
			<PledgeStepper row={row} />
			<Actions acts={acts} />
			{pledge.question !== null && (
				<div className="block block-query">
					<div className="block-head">
						<h3>
							<Message id="desk.question" />
						</h3>
						<Tag tone="red">
							<Message id="desk.awaitsAnswer" />
						</Tag>
					</div>
					<p className="record detail-quote">
						<bdi dir="auto">{pledge.question}</bdi>
					</p>
				</div>
			)}
			<GapBlock row={row} />
			<PledgeContents row={row} />
			<AsDelivered pledge={pledge} />
			<PledgeHistory row={row} />
		</DetailPanel>
	);
}

function Actions({ acts }: { acts: PledgeActs }) {
	const { clear, query, announce, confirm, more, busy } = acts;
	const main = [clear, query, announce, confirm, ...more.map(({ run }) => run)];
	if (!busy && main.every((act) => act === undefined)) return null;
	const pending = busy ? true : undefined;
	return (
		<div className="detail-actions">
			{clear !== undefined && (
				<Button variant="primary" icon={Check} shortcut="L" aria-busy={pending} onClick={clear}>
					<Message id="desk.clear" />
				</Button>
			)}
			{announce !== undefined && (
				<Button variant="primary" icon={Megaphone} shortcut="A" aria-busy={pending} onClick={announce}>
					<Message id="desk.announce" />
				</Button>
			)}
			{confirm !== undefined && (
				<Button variant="primary" icon={Stamp} shortcut="C" aria-busy={pending} onClick={confirm}>
					<Message id="desk.confirmInWriting" />
				</Button>
			)}
			{query !== undefined && (
				<Button icon={MessageSquareText} shortcut="Q" onClick={query}>
					<Message id="desk.query" />
				</Button>
			)}
			{more.length > 0 && (
				<div className="detail-more">
					{more.map(({ key, label, run }) => (
						<Button key={key} variant="quiet" small shortcut={key} onClick={run}>
							{label}
						</Button>
					))}
				</div>
			)}
		</div>
	);
}

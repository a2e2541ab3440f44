import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Representative } from "../../../../shared/conference/delegations.ts";
import type { LinkRow } from "../../../../shared/protocol/http.ts";
import { useDirectory, useSeat, useSelect } from "../../../conference/hooks.ts";
import { ChannelName } from "../../../features/interpretation/ChannelName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { RankBadge } from "../../../ui/RankBadge.tsx";
import { Tag, type TagTone } from "../../../ui/Tag.tsx";
import { HostTime } from "../parts/HostTime.tsx";
import type { DelegationQuestion } from "./DelegationDetail.tsx";
import { usePersonName } from "./usePersonName.ts";

/** A representative: name and title, rank, role and rights, and the personal links. */
export function RepresentativeCard({
	representative,
	links,
	onAsk,
}: {
	representative: Representative;
	links: readonly LinkRow[];
	onAsk: (question: DelegationQuestion) => void;
}) {
	const { t, list, locale } = useSpeech();
	const person = useDirectory().get(representative.id);
	const name = usePersonName(representative.id);
	const isSelf = useSeat()?.representativeId === representative.id;
	const holdsGavel = useSelect((state) => state.gavel.holder?.representativeId === representative.id);
	const rights = representative.rights.map((right) => t(`right.${right}`));
	return (
		<li className="representative">
			<div className="representative-head">
				<RankBadge level={representative.level} />
				<div>
					<b>
						<bdi dir="auto">{name}</bdi>
					</b>
					{person !== undefined && (
						<span className="representative-title">
							<bdi dir="auto">{inLanguage(person.title, locale)}</bdi>
						</span>
					)}
					<span className="representative-rights">
						<Tag tone={representative.role === "delegate" ? "grey" : "blue"}>
							<Message id={`role.${representative.role}`} />
						</Tag>
						{representative.channel !== null && (
							<Tag tone="grey">
								<ChannelName channel={representative.channel} />
							</Tag>
						)}
						<span className="dim small">
							{rights.length === 0 ? <Message id="secretariat.noRights" /> : list(rights, "unit")}
						</span>
					</span>
					{person?.contact !== undefined && (
						<span className="dim small">
							<bdi dir="auto">{person.contact}</bdi>
						</span>
					)}
				</div>
				{holdsGavel && (
					<Tag tone="brass">
						<Message id="secretariat.presides" />
					</Tag>
				)}
			</div>
			<div className="representative-actions">
				<Button small onClick={() => onAsk({ kind: "makeLink", representative })}>
					<Message id="secretariat.makeLink" />
				</Button>
				<Button small onClick={() => onAsk({ kind: "change", representative })}>
					<Message id="secretariat.change" />
				</Button>
				<Button
					small
					variant="quiet"
					unavailable={
						isSelf ? t("secretariat.notYourself") : holdsGavel ? t("secretariat.gavelFirst") : undefined
					}
					onClick={() => onAsk({ kind: "withdraw", representative })}
				>
					<Message id="secretariat.withdraw" />
				</Button>
			</div>
			{links.length > 0 && (
				<ul className="desk-links" aria-label={t("secretariat.linksOf", { name })}>
					{links.map((link) => (
						<Link key={link.linkId} link={link} onAsk={onAsk} />
					))}
				</ul>
			)}
		</li>
	);
}

type LinkState = "revoked" | "expired" | "used" | "unused";
const tones: Record<LinkState, TagTone> = { revoked: "grey", expired: "grey", used: "green", unused: "blue" };

/** Links live in real time, also where a rehearsal's clock runs faster. */
function stateOf({ revokedAt, expiresAt, usedAt }: LinkRow): LinkState {
	if (revokedAt !== null) return "revoked";
	if (expiresAt <= Date.now()) return "expired";
	return usedAt === null ? "unused" : "used";
}

function Link({ link, onAsk }: { link: LinkRow; onAsk: (question: DelegationQuestion) => void }) {
	const state = stateOf(link);
	return (
		<li>
			<Tag tone={tones[state]}>
				<Message id={`linkstate.${state}`} />
			</Tag>
			<span className="small dim">
				<Message
					id={link.usedAt === null ? "secretariat.linkTimes" : "secretariat.linkTimesUsed"}
					values={{
						made: <HostTime at={link.createdAt} full />,
						expires: <HostTime at={link.expiresAt} full />,
						used: link.usedAt !== null && <HostTime at={link.usedAt} full />,
					}}
				/>
			</span>
			{link.revokedAt === null && (
				<Button small variant="quiet" onClick={() => onAsk({ kind: "revoke", link })}>
					<Message id="secretariat.revoke" />
				</Button>
			)}
		</li>
	);
}

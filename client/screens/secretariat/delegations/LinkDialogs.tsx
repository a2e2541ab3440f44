import { useEffect, useRef, useState } from "react";
import type { Representative } from "../../../../shared/conference/delegations.ts";
import type { LinkRow } from "../../../../shared/protocol/http.ts";
import { useConference } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Check, Files } from "../../../ui/icons.ts";
import { useFeedback } from "../../console/feedback.tsx";
import { ActDialog } from "../parts/ActDialog.tsx";
import { makeLink, revokeLink } from "./accessApi.ts";
import { useHttpWords } from "./useHttpWords.ts";
import { usePersonName } from "./usePersonName.ts";

const longestHours = 24 * 30;

/** Makes a personal sign-in link that ends by itself. */
export function MakeLinkDialog({
	representative,
	onMade,
	onClose,
}: {
	representative: Representative;
	onMade: (url: string) => void;
	onClose: () => void;
}) {
	const { conferenceId } = useConference();
	const words = useHttpWords();
	const name = <bdi dir="auto">{usePersonName(representative.id)}</bdi>;
	const [hours, setHours] = useState("72");
	const made = useRef<string | null>(null);
	const make = async () => {
		const answer = await makeLink(conferenceId, representative.id, Number(hours));
		if ("refused" in answer) return { words: words(answer.refused) };
		made.current = answer.value.url;
		return undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.makeLinkTitle" values={{ name }} />}
			act={<Message id="secretariat.makeLink" />}
			onAct={make}
			onClose={() => (made.current === null ? onClose() : onMade(made.current))}
		>
			<label className="field">
				<Message id="secretariat.hours" />
				<input
					className="input input-short"
					type="number"
					required
					min={1}
					max={longestHours}
					step={1}
					value={hours}
					onChange={(event) => setHours(event.target.value)}
				/>
				<small>
					<Message id="secretariat.hoursNote" values={{ days: longestHours / 24 }} />
				</small>
			</label>
		</ActDialog>
	);
}

/** The address of a new link, this once; only its fingerprint is kept. */
export function LinkMadeDialog({
	url,
	representative,
	onClose,
}: {
	url: string;
	representative: Representative;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const field = useRef<HTMLInputElement>(null);
	const [isCopied, setCopied] = useState(false);
	const name = <bdi dir="auto">{usePersonName(representative.id)}</bdi>;
	useEffect(() => field.current?.focus(), []);
	const copy = async () => {
		field.current?.select();
		try {
			await navigator.clipboard.writeText(url);
			setCopied(true);
		} catch {
			// Where the clipboard is forbidden the selected address can be copied by hand.
		}
	};
	return (
		<Dialog
			title={<Message id="secretariat.linkMadeTitle" values={{ name }} />}
			onClose={onClose}
			actions={
				<>
					<Button onClick={onClose}>
						<Message id="common.close" />
					</Button>
					<Button variant="primary" icon={isCopied ? Check : Files} onClick={copy}>
						<Message id={isCopied ? "secretariat.copied" : "secretariat.copy"} />
					</Button>
				</>
			}
		>
			<p>
				<Message id="secretariat.linkMadeNote" />
			</p>
			<input
				ref={field}
				className="input link-address"
				readOnly
				dir="ltr"
				aria-label={t("secretariat.address")}
				value={url}
				onFocus={(event) => event.target.select()}
			/>
			<p className="visually-hidden" role="status">
				{isCopied && <Message id="secretariat.copied" />}
			</p>
		</Dialog>
	);
}

/** Ends a link and every sign-in made with it, on every device within a second. */
export function RevokeLinkDialog({
	link,
	onDone,
	onClose,
}: {
	link: LinkRow;
	onDone: () => Promise<void>;
	onClose: () => void;
}) {
	const { conferenceId } = useConference();
	const { show } = useFeedback();
	const words = useHttpWords();
	const name = <bdi dir="auto">{usePersonName(link.representativeId)}</bdi>;
	const revoke = async () => {
		const answer = await revokeLink(conferenceId, link.linkId);
		if ("refused" in answer) return { words: words(answer.refused) };
		await onDone();
		show({ title: <Message id="secretariat.revoked" values={{ name }} /> });
		return undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.revokeTitle" values={{ name }} />}
			act={<Message id="secretariat.revoke" />}
			variant="red"
			startsAt="cancel"
			onAct={revoke}
			onClose={onClose}
		>
			<p>
				<Message id="secretariat.revokeNote" />
			</p>
		</ActDialog>
	);
}
